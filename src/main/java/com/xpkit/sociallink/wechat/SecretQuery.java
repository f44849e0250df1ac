package com.xpkit.sociallink.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts the query on the address at the last moment. WeChat wants the app secret, the code and the token in
 * it, and servers' tracing records the address of each call in a filter of its own: ours runs after it.
 */
@Priority(Integer.MAX_VALUE)
public class SecretQuery implements ClientRequestFilter {

    /** Carries the query as far as this filter; never sent. */
    static final String HEADER = "Social-Link-Query";

    static String of(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void filter(ClientRequestContext request) {
        var query = String.valueOf(request.getHeaders().getFirst(HEADER));
        request.getHeaders().remove(HEADER);
        request.setUri(URI.create(request.getUri() + "?" + query));
    }
}
