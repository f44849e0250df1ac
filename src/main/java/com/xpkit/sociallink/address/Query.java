package com.xpkit.sociallink.address;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The query of a visitor's request. It is decoded here because a server replaces bytes that are not UTF-8 with U+FFFD,
 * and then the original value is lost.
 *
 * @param parameters in their order
 */
public record Query(List<QueryParameter> parameters) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /**
     * @param raw as sent, without its {@code ?}; null when there is none
     */
    public static Query of(String raw) {
        List<QueryParameter> parameters = new ArrayList<>();
        for (String parameter : (raw == null ? "" : escaped(raw)).split("&")) {
            if (!parameter.isEmpty()) {
                parameters.add(QueryParameter.of(parameter));
            }
        }
        return new Query(Collections.unmodifiableList(parameters));
    }

    /** Servers return an unescaped byte as the Latin-1 character with its number. */
    private static String escaped(String raw) {
        return raw.chars().anyMatch(Query::isRawByte) ? withEscapes(raw) : raw;
    }

    private static String withEscapes(String raw) {
        StringBuilder escaped = new StringBuilder(raw.length() + 64);
        for (char character : raw.toCharArray()) {
            if (isRawByte(character)) {
                escaped.append('%').append(HEX.toHexDigits((byte) character));
            } else {
                escaped.append(character);
            }
        }
        return escaped.toString();
    }

    private static boolean isRawByte(int character) {
        return character >= 0x80 && character <= 0xff;
    }

    public boolean has(String name) {
        for (QueryParameter parameter : parameters) {
            if (parameter.isNamed(name)) {
                return true;
            }
        }
        return false;
    }

    /** Empty unless the parameter occurs exactly once, in UTF-8; otherwise two readers could see different values. */
    public Optional<String> single(String name) {
        QueryParameter found = null;
        for (QueryParameter parameter : parameters) {
            if (parameter.isNamed(name)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = parameter;
            }
        }
        return found == null ? Optional.empty() : found.value();
    }

    /** Leaves out the content: a callback's query contains WeChat's code. */
    @Override
    public String toString() {
        return "Query";
    }
}
