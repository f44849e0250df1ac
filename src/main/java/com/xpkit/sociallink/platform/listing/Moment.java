package com.xpkit.sociallink.platform.listing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Texts that say a moment, after RFC 3339 and ISO 8601: a date, {@code T}, a time whose seconds may be left
 * out, and an offset ({@code Z}, {@code +08:00}, {@code +0800}, {@code +08}). No hour is 24 and no second 60;
 * no year has five digits. Microseconds are the finest that columns tell apart.
 */
public final class Moment {

    static final String TAKEN =
            "must be a time with an offset, such as 2026-01-02T03:04:05+08:00 or 2026-01-02T03:04:05Z,"
                    + " or a date, such as 2026-01-02";

    private static final Pattern OFFSET_WITHOUT_COLON =
            Pattern.compile("(.*:\\d\\d(?:\\.\\d+)?[+-]\\d\\d)(\\d\\d)?");

    /** Where a {@code +} in an address was not encoded. */
    private static final Pattern OFFSET_WITHOUT_SIGN =
            Pattern.compile("(.*:\\d\\d(?:\\.\\d+)?) (\\d\\d(?::?\\d\\d)?)");

    /** More than any moment has, with nine digits of a second. */
    private static final int MAX_LENGTH = 40;

    private Moment() {}

    /** What a text inside a document says: a time with its offset. */
    public static Optional<Instant> written(String text) {
        // cheaper than to have every string parsed; the shortest is 2026-01-02T03:04Z, and -0044 a
        // year
        if (text.length() < 17
                || text.length() > MAX_LENGTH
                || !hasTime(text, 10) && !hasTime(text, 11)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(withColon(text)))
                    .filter(time -> Math.abs(time.getYear()) < 10_000)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static boolean hasTime(String text, int place) {
        return text.charAt(place) == 'T' || text.charAt(place) == 't';
    }

    private static String withColon(String text) {
        var found = OFFSET_WITHOUT_COLON.matcher(text);
        if (!found.matches()) {
            return text;
        }
        return found.group(1) + ":" + Optional.ofNullable(found.group(2)).orElse("00");
    }

    /** What a filter's text means: the same, a blank for {@code +}, or a date, whose first moment it is (UTC). */
    public static Optional<Instant> asked(String text) {
        // the pattern takes the square of a text's length, which can be all of an address
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return date(text)
                .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant())
                .or(() -> written(OFFSET_WITHOUT_SIGN.matcher(text).replaceFirst("$1+$2")));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\d")
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
