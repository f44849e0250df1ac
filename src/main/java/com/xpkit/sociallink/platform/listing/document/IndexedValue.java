package com.xpkit.sociallink.platform.listing.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.platform.listing.Moment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One value inside a document, written so that comparing the texts byte by byte compares the values. The first letter
 * is the type: {@code a} null, {@code b} boolean, {@code n} number, {@code s} string. A string that is a timestamp (ISO
 * 8601 with an offset) has two rows instead: its instant, {@code t}, and its original text, {@code u}.
 *
 * @param path the member names, joined with dots; array elements have the path of the array
 * @param value at most {@link #MAX_LENGTH} characters
 * @param longText the whole string if {@code value} is shortened; otherwise null
 */
public record IndexedValue(String path, String value, String longText)
        implements Comparable<IndexedValue> {

    private static final Comparator<IndexedValue> ORDER =
            Comparator.comparing((IndexedValue indexed) -> indexed.path)
                    .thenComparing(indexed -> indexed.value);

    static final String NULL = "a";
    static final char NUMBER = 'n';
    static final char TEXT = 's';
    static final char INSTANT = 't';
    static final char INSTANT_TEXT = 'u';

    /** Longer names and values end in a hash, so they are equal only if the whole texts are equal. */
    private static final int MAX_LENGTH = 180;

    private static final long EXPONENT_ZERO = 5_000_000_000L;

    static IndexedValue ofNull(String path) {
        return new IndexedValue(path(path), NULL, null);
    }

    static IndexedValue of(String path, boolean value) {
        return new IndexedValue(path(path), bool(value), null);
    }

    static IndexedValue of(String path, BigDecimal value) {
        return new IndexedValue(path(path), number(value), null);
    }

    static IndexedValue of(String path, String value) {
        var type = instant(value).isPresent() ? INSTANT_TEXT : TEXT;
        return new IndexedValue(path(path), text(type, value), isLong(value) ? value : null);
    }

    /** The second row of a string that is a timestamp. */
    static Optional<IndexedValue> instantOf(String path, String value) {
        return instant(value).map(time -> new IndexedValue(path(path), time, null));
    }

    /**
     * The same value at another path.
     *
     * @param stored a result of {@link #path(String)}
     */
    IndexedValue at(String stored) {
        return new IndexedValue(stored, value, longText);
    }

    /** A path in its stored form. */
    static String path(String path) {
        return shortened(path);
    }

    static String bool(boolean value) {
        return value ? "b1" : "b0";
    }

    /** A string in its stored form, after the letter of its type. */
    static String text(char type, String value) {
        return type + shortened(value);
    }

    /**
     * A number: its sign, the exponent of its first digit, its digits. For a negative number the digits are
     * complemented and followed by a sign that is greater than any digit.
     */
    static String number(BigDecimal value) {
        if (value.signum() == 0) {
            return NUMBER + "1";
        }
        var plain = value.stripTrailingZeros();
        var power = EXPONENT_ZERO + plain.precision() - (long) plain.scale();
        var digits = String.format("%010d", power) + plain.unscaledValue().abs();
        return value.signum() > 0
                ? NUMBER + "2" + shortened(digits)
                : NUMBER + "0" + shortened(turned(digits) + "~");
    }

    private static String turned(String digits) {
        var turned = new StringBuilder(digits.length());
        digits.chars().forEach(digit -> turned.append((char) ('9' - digit + '0')));
        return turned.toString();
    }

    /** A timestamp as its instant; empty for any other text. */
    static Optional<String> instant(String text) {
        return Moment.written(text).map(IndexedValue::instant);
    }

    static String instant(Instant time) {
        // counted from long before the year -9999, so that none is negative
        var seconds = BigInteger.valueOf(time.getEpochSecond()).add(BigInteger.TEN.pow(12));
        return INSTANT + String.format("%013d%09d", seconds, time.getNano());
    }

    private static boolean isLong(String text) {
        return text.length() > MAX_LENGTH;
    }

    private static String shortened(String text) {
        if (!isLong(text)) {
            return text;
        }
        // not half of a surrogate pair, which no database accepts
        var end =
                Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1))
                        ? MAX_LENGTH - 1
                        : MAX_LENGTH;
        return text.substring(0, end) + "#" + hash(text);
    }

    private static String hash(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Sets of values stay fast even if a client sends many with the same hash code, because hash buckets with ordered
     * keys become trees.
     */
    @Override
    public int compareTo(IndexedValue other) {
        return ORDER.compare(this, other);
    }

    /** Hidden, because it may be personal. */
    @Override
    public String toString() {
        return "IndexedValue " + path;
    }
}
