package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets processes on this machine read the metrics without a token, if {@code sociallink.metrics.loopback} allows it.
 * Behind a proxy on the same machine, all requests come from loopback. A request with any sign of a proxy, or for
 * another host name, is therefore not admitted. Proxies that leave no sign exist.
 */
@ApplicationScoped
public class Loopback {

    /** The client name under which the rate limit counts these requests. */
    static final String NAME = "from loopback";

    /** Every repetition is bounded: an unbounded repeated group needs stack for each repetition. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "127(\\.[0-9]{1,3}){3}|(0{0,4}:){1,7}0{0,3}1"
                            + "|(0{0,4}:){1,6}ffff:127(\\.[0-9]{1,3}){3}");

    private static final Set<String> SIGNS =
            Set.of("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "client-ip");
    private static final String FORWARDED = "x-forwarded-";

    @Inject MetricsSettings settings;

    /** A request with a token is checked by its token instead. */
    boolean admits(HttpServletRequest request, Scope scope) {
        return settings.isLoopbackAllowed()
                && scope == Scope.METRICS_READ
                && request.getHeader("Authorization") == null
                && ADDRESS.matcher(request.getRemoteAddr()).matches()
                && isOfThisMachine(request.getServerName())
                && Collections.list(request.getHeaderNames()).stream().noneMatch(Loopback::isSign);
    }

    /**
     * A web page from elsewhere can also reach loopback, from a browser on this machine and under its own host name.
     */
    private static boolean isOfThisMachine(String host) {
        var name = host.replaceAll("[\\[\\]]", "");
        return name.equalsIgnoreCase("localhost") || ADDRESS.matcher(name).matches();
    }

    private static boolean isSign(String header) {
        var name = header.toLowerCase(Locale.ROOT);
        return SIGNS.contains(name) || name.startsWith(FORWARDED);
    }
}
