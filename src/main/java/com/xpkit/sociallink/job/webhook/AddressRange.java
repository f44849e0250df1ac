package com.xpkit.sociallink.job.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The addresses that begin with the same bits.
 *
 * @param base the first of them, 4 or 16 bytes
 * @param bits how many bits they share
 */
record AddressRange(byte[] base, int bits) {

    /**
     * @param texts as in {@code 10.0.0.0/8}; literals only, so nothing is looked up
     */
    static AddressRange[] of(String... texts) {
        return Stream.of(texts).map(AddressRange::parse).toArray(AddressRange[]::new);
    }

    private static AddressRange parse(String text) {
        var slash = text.indexOf('/');
        try {
            return new AddressRange(
                    InetAddress.getByName(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException notALiteral) {
            throw new IllegalArgumentException(text, notALiteral);
        }
    }

    boolean holds(InetAddress address) {
        var bytes = address.getAddress();
        var whole = bits / 8;
        var mask = (byte) (0xFF00 >> bits % 8);
        return bytes.length == base.length
                && Arrays.equals(bytes, 0, whole, base, 0, whole)
                && (bits % 8 == 0 || (bytes[whole] & mask) == (base[whole] & mask));
    }

    static boolean isIn(AddressRange[] ranges, InetAddress address) {
        return Arrays.stream(ranges).anyMatch(range -> range.holds(address));
    }
}
