package com.xpkit.sociallink.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;

/**
 * A signed message as an HTTP/1.1 request.
 *
 * @param headers the content type and the headers of the signature
 */
record WebhookRequest(WebhookUrl url, Map<String, String> headers, byte[] body) {

    /**
     * @param key the key shared with the receiver
     * @param seconds now, since 1970
     */
    static WebhookRequest of(WebhookMessage message, WebhookUrl url, byte[] key, long seconds) {
        var id = message.id().toString();
        var body = message.body().getBytes(UTF_8);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put("webhook-signature", Signature.of(key, id, seconds, body));
        return new WebhookRequest(url, headers, body);
    }

    ClassicHttpRequest http() {
        var http =
                new BasicClassicHttpRequest(
                        Method.POST.name(),
                        url.scheme(),
                        new URIAuthority(url.host(), url.port()),
                        url.target());
        headers.forEach(http::setHeader);
        http.setHeader(HttpHeaders.HOST, url.authority());
        http.setHeader(HttpHeaders.CONNECTION, "close");
        http.setEntity(new ByteArrayEntity(body, null));
        return http;
    }

    @Override
    public String toString() {
        return "WebhookRequest to " + url;
    }
}
