package com.xpkit.sociallink.webhook;

import com.xpkit.sociallink.platform.settings.AddressRange;
import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses are public on the Internet, by IANA's special-purpose registries. Any other address may be this
 * machine, a neighbour, or a way around this rule.
 */
final class PublicAddresses {

    private static final AddressRange[] SPECIAL_IPV4 =
            AddressRange.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4");

    /** Everything that IANA assigns; loopback, private, mapped, NAT64 and multicast addresses are outside it. */
    private static final AddressRange[] GLOBAL_IPV6 = AddressRange.of("2000::/3");

    /** Protocol assignments including Teredo, documentation, 6to4, documentation. */
    private static final AddressRange[] SPECIAL_IPV6 =
            AddressRange.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddresses() {}

    static boolean hold(InetAddress address) {
        if (address instanceof Inet4Address) {
            return !AddressRange.isIn(SPECIAL_IPV4, address);
        }
        return AddressRange.isIn(GLOBAL_IPV6, address) && !AddressRange.isIn(SPECIAL_IPV6, address);
    }
}
