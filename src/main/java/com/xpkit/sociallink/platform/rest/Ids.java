package com.xpkit.sociallink.platform.rest;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Ids in the API: UUIDs in their canonical text, in any case. */
public final class Ids {

    private static final String CANONICAL = "01234567-9012-4567-9012-456789012345";

    private Ids() {}

    public static Optional<UUID> parse(String text) {
        return text != null && isCanonical(text)
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /** {@link UUID#fromString} also accepts "1-1-1-1-1". */
    private static boolean isCanonical(String text) {
        if (text.length() != CANONICAL.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            if (CANONICAL.charAt(i) == '-' ? sign != '-' : !HexFormat.isHexDigit(sign)) {
                return false;
            }
        }
        return true;
    }
}
