package com.xpkit.sociallink.platform.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A range of addresses that begin with the same bits.
 *
 * @param base the first address of the range, 4 or 16 bytes
 * @param bits how many bits they share
 */
public record AddressRange(byte[] base, int bits) {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])";

    /**
     * Java would ask a name server about any other text, even 256.0.0.1. It only parses a text that looks like IPv6.
     */
    private static final Pattern LITERAL =
            Pattern.compile("(" + OCTET + "\\.){3}" + OCTET + "|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    /**
     * @param texts such as {@code 10.0.0.0/8}; literals only, so nothing is looked up
     */
    public static AddressRange[] of(String... texts) {
        return Stream.of(texts)
                .map(text -> find(text).orElseThrow(() -> new IllegalArgumentException(text)))
                .toArray(AddressRange[]::new);
    }

    /** A range, or one address without a slash; empty for any other text. */
    public static Optional<AddressRange> find(String text) {
        var parts = text.split("/", 2);
        return literal(parts[0])
                .map(InetAddress::getAddress)
                .flatMap(base -> bits(parts, base.length * 8).map(n -> new AddressRange(base, n)));
    }

    private static Optional<Integer> bits(String[] parts, int max) {
        if (parts.length == 1) {
            return Optional.of(max);
        }
        return Optional.of(parts[1])
                .filter(digits -> digits.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .filter(bits -> bits <= max);
    }

    /** An IPv4 address of four numbers, or an IPv6 address without brackets; no name is looked up. */
    public static Optional<InetAddress> literal(String text) {
        try {
            return LITERAL.matcher(text).matches()
                    ? Optional.of(InetAddress.getByName(text))
                    : Optional.empty();
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    public boolean holds(InetAddress address) {
        var bytes = address.getAddress();
        var whole = bits / 8;
        var mask = (byte) (0xFF00 >> bits % 8);
        return bytes.length == base.length
                && Arrays.equals(bytes, 0, whole, base, 0, whole)
                && (bits % 8 == 0 || (bytes[whole] & mask) == (base[whole] & mask));
    }

    public static boolean isIn(AddressRange[] ranges, InetAddress address) {
        return Arrays.stream(ranges).anyMatch(range -> range.holds(address));
    }
}
