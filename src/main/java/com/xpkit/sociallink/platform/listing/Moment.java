package com.xpkit.sociallink.platform.listing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Timestamps in the form of RFC 3339 and ISO 8601: a date, {@code T}, a time with optional seconds, and an offset
 * ({@code Z}, {@code +08:00}, {@code +0800}, {@code +08}). Hour 24, second 60 and years with five digits are refused.
 * Columns keep microseconds.
 */
public final class Moment {

    static final String TAKEN =
            "must be a time with an offset, such as 2026-01-02T03:04:05+08:00 or 2026-01-02T03:04:05Z,"
                    + " or a date, such as 2026-01-02";

    private static final Pattern OFFSET_WITHOUT_COLON =
            Pattern.compile("(.*:\\d\\d(?:\\.\\d+)?[+-]\\d\\d)(\\d\\d)?");

    /** A {@code +} that was not percent-encoded in an address. */
    private static final Pattern OFFSET_WITHOUT_SIGN =
            Pattern.compile("(.*:\\d\\d(?:\\.\\d+)?) (\\d\\d(?::?\\d\\d)?)");

    /** More than any timestamp has, including nine digits of a second. */
    private static final int MAX_LENGTH = 40;

    private Moment() {}

    /** The instant of a text inside a document: a timestamp with an offset. */
    public static Optional<Instant> written(String text) {
        // cheaper than parsing every string; the shortest is 2026-01-02T03:04Z, and -0044 is a year
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

    /**
     * The instant of a filter's text: the same, but also with a blank instead of {@code +}, or a date, which means its
     * first instant (UTC).
     */
    public static Optional<Instant> asked(String text) {
        // the pattern needs quadratic time, and the text may be as long as an address
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
