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
 * Lets processes of this machine read the metrics without a token, when {@code sociallink.metrics.loopback}
 * says so. Behind a proxy on the same machine the whole world comes from loopback: a request that shows
 * any sign of a proxy, or names another host, is not admitted. Proxies that leave no sign exist.
 */
@ApplicationScoped
public class Loopback {

    /** What its requests count as where those of clients are limited. */
    static final String NAME = "from loopback";

    /** With a bound for each repetition: a group that repeats without one takes stack for each of its turns. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "127(\\.[0-9]{1,3}){3}|(0{0,4}:){1,7}0{0,3}1"
                            + "|(0{0,4}:){1,6}ffff:127(\\.[0-9]{1,3}){3}");

    private static final Set<String> SIGNS =
            Set.of("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "client-ip");
    private static final String FORWARDED = "x-forwarded-";

    @Inject MetricsSettings settings;

    /** A request with a token is judged by its token. */
    boolean admits(HttpServletRequest request, Scope scope) {
        return settings.isLoopbackAllowed()
                && scope == Scope.METRICS_READ
                && request.getHeader("Authorization") == null
                && ADDRESS.matcher(request.getRemoteAddr()).matches()
                && isOfThisMachine(request.getServerName())
                && Collections.list(request.getHeaderNames()).stream().noneMatch(Loopback::isSign);
    }

    /** Pages of others, too, reach loopback from a browser here, by a name of theirs. */
    private static boolean isOfThisMachine(String host) {
        var name = host.replaceAll("[\\[\\]]", "");
        return name.equalsIgnoreCase("localhost") || ADDRESS.matcher(name).matches();
    }

    private static boolean isSign(String header) {
        var name = header.toLowerCase(Locale.ROOT);
        return SIGNS.contains(name) || name.startsWith(FORWARDED);
    }
}
