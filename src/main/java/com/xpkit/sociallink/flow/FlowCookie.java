package com.xpkit.sociallink.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.settings.ServiceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern ANY = Pattern.compile(PREFIX + "([0-9a-f]{32})=.*");

    /** Follows the proof once a code of the flow was refused. */
    private static final String REFUSED = ".refused";

    /** Of how many other flows a browser is asked; it may name any number. */
    private static final int MOST_OTHERS = 20;

    @Inject ServiceSettings service;

    @Inject FlowSettings settings;

    /** The value of a {@code Set-Cookie} header. The callback comes cross-site, so Lax and not Strict. */
    public String set(Flow flow) {
        return set(flow, "");
    }

    /** The same for a flow that had a code refused. */
    public String setRefused(Flow flow) {
        return set(flow, REFUSED);
    }

    private String set(Flow flow, String mark) {
        return PREFIX
                + flow.state()
                + "="
                + flow.proof()
                + mark
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
        return holds(flow, "", headers) || holds(flow, REFUSED, headers);
    }

    /**
     * Whether a code of the flow was refused before.
     *
     * @param headers may be null
     */
    public boolean tellsOfARefusal(Flow flow, List<String> headers) {
        return holds(flow, REFUSED, headers);
    }

    private static boolean holds(Flow flow, String mark, List<String> headers) {
        var name = PREFIX + flow.state() + "=";
        var value = (flow.proof() + mark).getBytes(UTF_8);
        return cookies(headers)
                .filter(cookie -> cookie.startsWith(name))
                .map(cookie -> cookie.substring(name.length()).getBytes(UTF_8))
                .anyMatch(sent -> MessageDigest.isEqual(sent, value));
    }

    /**
     * The states of the other flows that the browser says it has begun, the last 20: browsers name the older first (RFC
     * 6265, 5.4). Nothing proves them.
     *
     * @param headers may be null
     */
    public List<String> otherStates(Flow flow, List<String> headers) {
        var states =
                cookies(headers)
                        .map(ANY::matcher)
                        .filter(Matcher::matches)
                        .map(cookie -> cookie.group(1))
                        .filter(state -> !state.equals(flow.state()))
                        .distinct()
                        .toList();
        return states.subList(Math.max(0, states.size() - MOST_OTHERS), states.size());
    }

    private static Stream<String> cookies(List<String> headers) {
        return headers == null
                ? Stream.empty()
                : headers.stream()
                        .flatMap(header -> Stream.of(header.split(";")))
                        .map(String::trim);
    }
}
