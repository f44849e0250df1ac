package com.xpkit.sociallink.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.settings.ServiceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cookie that ties a flow to its browser. Each flow has one of its own, so flows side by side don't
 * disturb each other; it stays until the flow lapses, because callbacks come twice.
 */
@ApplicationScoped
public class FlowCookie {

    /** The callback's path below the service URL, without its last slash. */
    public static final String PATH = "/api/wechat/callback";

    private static final String PREFIX = "sociallink_flow_";

    @Inject ServiceSettings service;

    @Inject FlowSettings settings;

    /** The value of a {@code Set-Cookie} header. The callback comes cross-site, so Lax and not Strict. */
    public String set(Flow flow) {
        return PREFIX
                + flow.state()
                + "="
                + flow.proof()
                + "; Path="
                + service.url().getPath()
                + PATH
                + "; Max-Age="
                + settings.lifetime().toSeconds()
                + "; HttpOnly; SameSite=Lax"
                + (service.isSecure() ? "; Secure" : "");
    }

    /**
     * Whether the browser that sends these {@code Cookie} headers started the flow.
     *
     * @param headers may be null
     */
    public boolean proves(Flow flow, List<String> headers) {
        var name = PREFIX + flow.state() + "=";
        return headers != null
                && headers.stream()
                        .flatMap(header -> Stream.of(header.split(";")))
                        .map(String::trim)
                        .filter(cookie -> cookie.startsWith(name))
                        .anyMatch(cookie -> isProof(flow, cookie.substring(name.length())));
    }

    private static boolean isProof(Flow flow, String value) {
        return MessageDigest.isEqual(value.getBytes(UTF_8), flow.proof().getBytes(UTF_8));
    }
}
