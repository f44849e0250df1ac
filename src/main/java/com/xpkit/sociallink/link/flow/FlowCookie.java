package com.xpkit.sociallink.link.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.xpkit.sociallink.platform.settings.ServiceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cookie that ties a flow to its browser. Each flow has one of its own, so flows side by side don't
 * disturb each other; it stays until the flow lapses, because callbacks come twice. A browser that opens
 * flow after flow keeps the newest twenty: servers and proxies refuse requests with too many cookies. By
 * https its name begins with {@code __Host-}.
 */
@ApplicationScoped
public class FlowCookie {

    /**
     * Browsers take a cookie of such a name only from the host itself by https, for this host and all of its
     * paths (RFC 6265bis, 4.1.3.2). So neither a sibling host nor somebody on the line of plain http can plant it.
     */
    private static final String HOST_PREFIX = "__Host-";

    /** Both steps of the way are below it, so that older cookies are seen where a flow begins. */
    private static final String PATH = "/api/wechat";

    private static final int MOST = 20;

    /** Follows the proof once a code of the flow was refused. */
    private static final String REFUSED = ".refused";

    /** In one answer: proxies have some 4 KB for all of its headers, and the address takes its share. */
    private static final int MOST_DELETED = 10;

    @Inject ServiceSettings service;

    @Inject FlowSettings settings;

    @Inject Clock clock;

    /** The value of a {@code Set-Cookie} header. The callback comes cross-site, so Lax and not Strict. */
    public String set(Flow flow) {
        return set(flow, "");
    }

    /** The same for a flow that had a code refused. */
    public String setRefused(Flow flow) {
        return set(flow, REFUSED);
    }

    private String set(Flow flow, String mark) {
        var cookie = HeldCookie.of(prefix(), flow, clock.millis());
        return header(cookie.name(), cookie.value() + mark, settings.lifetime().toSeconds());
    }

    /**
     * The values of {@code Set-Cookie} headers that delete the browser's oldest flow cookies, so that
     * there is room for one more.
     *
     * @param headers the {@code Cookie} headers; may be null
     */
    public List<String> makeRoom(List<String> headers) {
        var moments =
                HeldCookie.in(prefix(), headers)
                        .collect(
                                toMap(
                                        HeldCookie::name,
                                        HeldCookie::moment,
                                        Math::max,
                                        LinkedHashMap::new));
        return moments.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(Math.max(0, moments.size() + 1 - MOST))
                .limit(MOST_DELETED)
                .map(oldest -> header(oldest.getKey(), "", 0))
                .toList();
    }

    /** By plain http browsers would refuse it. By https there is no other name: the old one can be planted. */
    private String prefix() {
        return service.isSecure() ? HOST_PREFIX : "";
    }

    private String header(String name, String value, long maxAge) {
        return name
                + "="
                + value
                + "; Path="
                + (service.isSecure() ? "/" : service.url().getPath() + PATH)
                + "; Max-Age="
                + maxAge
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

    private boolean holds(Flow flow, String mark, List<String> headers) {
        var name = HeldCookie.nameOf(prefix(), flow);
        var expected = (flow.proof() + mark).getBytes(UTF_8);
        return HeldCookie.in(prefix(), headers)
                .filter(cookie -> cookie.name().equals(name))
                .anyMatch(
                        cookie -> MessageDigest.isEqual(cookie.proof().getBytes(UTF_8), expected));
    }

    /**
     * The states of the other flows that the browser says it has begun, the newest twenty. Nothing
     * proves them.
     *
     * @param headers may be null
     */
    public List<String> otherStates(Flow flow, List<String> headers) {
        var states =
                HeldCookie.in(prefix(), headers)
                        .sorted(Comparator.comparing(HeldCookie::moment))
                        .map(HeldCookie::state)
                        .filter(state -> !state.equals(flow.state()))
                        .distinct()
                        .toList();
        return states.subList(Math.max(0, states.size() - MOST), states.size());
    }
}
