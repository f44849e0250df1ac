package com.xpkit.sociallink.address;

import java.util.Optional;

/**
 * One parameter of a query (URL Standard, application/x-www-form-urlencoded).
 *
 * @param rawName as sent
 * @param rawValue as sent; empty when there is none
 */
public record QueryParameter(String rawName, String rawValue) {

    static QueryParameter of(String raw) {
        int equals = raw.indexOf('=');
        return equals < 0
                ? new QueryParameter(raw, "")
                : new QueryParameter(raw.substring(0, equals), raw.substring(equals + 1));
    }

    public boolean isNamed(String name) {
        return Escapes.areUtf8(rawName) && name().equals(name);
    }

    /** Decoded; invalid UTF-8 becomes U+FFFD. */
    public String name() {
        return decoded(rawName);
    }

    /** Decoded; empty when it is not UTF-8. */
    public Optional<String> value() {
        return Escapes.areUtf8(rawValue) ? Optional.of(decoded(rawValue)) : Optional.empty();
    }

    private static String decoded(String raw) {
        return Escapes.decoded(raw.replace('+', ' '));
    }

    @Override
    public String toString() {
        return "QueryParameter";
    }
}
