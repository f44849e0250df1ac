package com.xpkit.sociallink.platform.settings;

import java.util.regex.Pattern;

/**
 * Hosts that end in a number. Browsers and the C library read them as IPv4 addresses, in octal, in hexadecimal or with
 * fewer parts; Java reads {@code 0177.0.0.1} as 177.0.0.1. All of them agree on one form only.
 */
public final class NumericHost {

    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

    /** WHATWG URL, "ends in a number": the last label, ignoring a trailing dot. */
    private static final Pattern ENDS_IN_A_NUMBER =
            Pattern.compile("(?i)(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");

    private NumericHost() {}

    /** Whether the host is four decimal numbers of at most 255, without leading zeros. */
    public static boolean isIpv4(String host) {
        return IPV4.matcher(host).matches();
    }

    /**
     * Whether two readers may take the host for different addresses.
     *
     * @param host a name, an IPv4 address, or an IPv6 address with or without its brackets
     */
    public static boolean isAmbiguous(String host) {
        var name = host.replaceAll("[\\[\\]]", "");
        var colon = name.lastIndexOf(':');
        // an IPv6 address may end in an IPv4 one
        var end = name.substring(colon + 1);
        var isNumeric = colon < 0 ? ENDS_IN_A_NUMBER.matcher(end).matches() : end.contains(".");
        return isNumeric && !isIpv4(end);
    }
}
