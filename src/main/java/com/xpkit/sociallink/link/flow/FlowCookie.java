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
 * The cookie that binds a flow to its browser. Each flow has its own, so parallel flows do not disturb each other. It stays
 * until the flow lapses, because callbacks can come twice. A browser that opens many flows keeps only the newest twenty
 * cookies, because servers and proxies refuse requests with too many. With https the name begins with {@code __Host-}.
 */
@ApplicationScoped
public class FlowCookie {

    /**
     * Browsers accept a cookie with this prefix only over https from the host itself, for this host and all of its paths (RFC
     * 6265bis, 4.1.3.2). So neither a sibling host nor an attacker on a plain http connection can plant one.
     */
    private static final String HOST_PREFIX = "__Host-";

    /** Both of the visitor's requests are below this path, so a request that begins a flow shows the older cookies. */
    private static final String PATH = "/api/wechat";

    private static final int MAX_COOKIES = 20;

    /** Follows the proof if a code of the flow was refused. */
    private static final String REFUSED = ".refused";

    /** In one answer. Proxies allow about 4 KB for all of its headers, and the address needs some of that. */
    private static final int MAX_DELETED = 10;

    @Inject ServiceSettings service;

    @Inject FlowSettings settings;

    @Inject Clock clock;

    /** The value of a {@code Set-Cookie} header. The callback is a cross-site request, so it is Lax and not Strict. */
    public String set(Flow flow) {
        return set(flow, "");
    }

    /** The same for a flow of which a code was refused. */
    public String setRefused(Flow flow) {
        return set(flow, REFUSED);
    }

    private String set(Flow flow, String mark) {
        var cookie = HeldCookie.of(prefix(), flow, clock.millis());
        return header(cookie.name(), cookie.value() + mark, settings.lifetime().toSeconds());
    }

    /**
     * The values of {@code Set-Cookie} headers that delete the browser's oldest flow cookies, to make room for one more.
     *
     * @param headers the {@code Cookie} headers; may be null
     */
    public List<String> makeRoom(List<String> headers) {
        var held = HeldCookie.in(prefix(), headers);
        return held.size() < MAX_COOKIES ? List.of() : oldest(held);
    }

    private List<String> oldest(List<HeldCookie> held) {
        var moments =
                held.stream()
                        .collect(
                                toMap(
                                        HeldCookie::name,
                                        HeldCookie::moment,
                                        Math::max,
                                        LinkedHashMap::new));
        return moments.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(Math.max(0, moments.size() + 1 - MAX_COOKIES))
                .limit(MAX_DELETED)
                .map(oldest -> header(oldest.getKey(), "", 0))
                .toList();
    }

    /** Browsers refuse the prefix over plain http. With https a name without it is not accepted, because it can be planted. */
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
    public boolean showsRefusal(Flow flow, List<String> headers) {
        return holds(flow, REFUSED, headers);
    }

    private boolean holds(Flow flow, String mark, List<String> headers) {
        var name = HeldCookie.nameOf(prefix(), flow);
        var expected = (flow.proof() + mark).getBytes(UTF_8);
        return HeldCookie.in(prefix(), headers).stream()
                .filter(cookie -> cookie.name().equals(name))
                .anyMatch(
                        cookie -> MessageDigest.isEqual(cookie.proof().getBytes(UTF_8), expected));
    }

    /**
     * The states of other flows that the browser claims to have begun, at most the newest twenty. They are not proven.
     *
     * @param headers may be null
     */
    public List<String> otherStates(Flow flow, List<String> headers) {
        var states =
                HeldCookie.in(prefix(), headers).stream()
                        .sorted(Comparator.comparing(HeldCookie::moment))
                        .map(HeldCookie::state)
                        .filter(state -> !state.equals(flow.state()))
                        .distinct()
                        .toList();
        return states.subList(Math.max(0, states.size() - MAX_COOKIES), states.size());
    }
}
