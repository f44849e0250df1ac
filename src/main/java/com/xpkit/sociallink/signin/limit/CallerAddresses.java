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

/** Where a request comes from, as far as that can be believed. */
@ApplicationScoped
public class CallerAddresses {

    private static final System.Logger LOG = System.getLogger(CallerAddresses.class.getName());
    private static final String FORWARDED = "X-Forwarded-For";

    /** A provider gives each customer that much of IPv6. */
    private static final int NETWORK_BYTES = 8;

    private final AtomicBoolean isTold = new AtomicBoolean();

    @Inject ProxySettings proxies;

    /**
     * The last address that no trusted proxy has: each proxy adds its neighbour at the end of {@code X-Forwarded-For},
     * so what is before that can be anybody's invention.
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
                // a server that reads the header itself has put its address in the proxy's place
                tellOfAProxy(address == nearest && !address.equals(before.get()));
                return address;
            }
            address = before.get();
        }
        return address;
    }

    /** Once: anybody can send the header. */
    private void tellOfAProxy(boolean isUnnamed) {
        if (isUnnamed && !isTold.getAndSet(true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Requests have an X-Forwarded-For, but sociallink.trusted-proxies does not name"
                            + " the address that they come from: all that come through it count as"
                            + " one where wrong secrets are counted");
        }
    }

    /** Some proxies add the port. */
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
