package com.xpkit.sociallink.signin.limit;

import com.xpkit.sociallink.platform.settings.AddressRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The address of a caller, as far as it can be trusted. */
@ApplicationScoped
public class CallerAddresses {

    private static final System.Logger LOG = System.getLogger(CallerAddresses.class.getName());
    private static final String FORWARDED = "X-Forwarded-For";

    /** The network prefix of one customer: providers assign at least a /64. */
    private static final int NETWORK_BYTES = 8;

    private final AtomicBoolean isTold = new AtomicBoolean();

    @Inject ProxySettings proxies;

    /**
     * The last address in {@code X-Forwarded-For} that is not a trusted proxy. Each proxy appends the address of its
     * neighbour, so the earlier entries may be forged.
     *
     * @return an IPv4 address, or the first 64 bits of an IPv6 address; never null
     */
    public String of(HttpServletRequest request) {
        var nearest = literal(request.getRemoteAddr());
        return nearest.map(address -> network(behindProxies(address, hops(request))))
                .orElseGet(() -> String.valueOf(request.getRemoteAddr()));
    }

    private static List<String> hops(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(FORWARDED));
        return Arrays.asList(String.join(",", headers).split(",", -1));
    }

    private InetAddress behindProxies(InetAddress nearest, List<String> hops) {
        var address = nearest;
        for (int i = hops.size() - 1; i >= 0; i--) {
            var before = literal(hops.get(i));
            if (before.isEmpty()) {
                return address;
            }
            if (!proxies.trust(address)) {
                // a server that reads the header itself has replaced the proxy's address
                warnAboutProxy(address == nearest && !address.equals(before.get()));
                return address;
            }
            address = before.get();
        }
        return address;
    }

    /** Only once, because anybody can send the header. */
    private void warnAboutProxy(boolean isUnnamed) {
        if (isUnnamed && !isTold.getAndSet(true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Requests have an X-Forwarded-For, but sociallink.trusted-proxies does not name"
                            + " the address that they come from: all that come through it count as"
                            + " one where wrong secrets are counted");
        }
    }

    /** Some proxies append the port. */
    private static Optional<InetAddress> literal(String text) {
        return Optional.ofNullable(text)
                .map(String::trim)
                .map(trimmed -> trimmed.replaceFirst("^\\[([^]]*)](:[0-9]+)?$", "$1"))
                .map(plain -> plain.replaceFirst("^([0-9.]+):[0-9]+$", "$1"))
                .map(plain -> plain.replaceFirst("%.*$", ""))
                .flatMap(AddressRange::literal);
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.ofDelimiter(":").formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
