package com.xpkit.sociallink.address;

import static java.util.function.Predicate.not;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The query of a visitor's request. It is decoded here because a server replaces bytes that are not UTF-8 with U+FFFD,
 * and then the original value is lost.
 *
 * @param parameters in their order
 */
public record Query(List<QueryParameter> parameters) {

    private static final Pattern RAW_BYTE = Pattern.compile("[\\x80-\\xff]");

    /**
     * @param raw as sent, without its {@code ?}; null when there is none
     */
    public static Query of(String raw) {
        return new Query(
                Stream.of((raw == null ? "" : escaped(raw)).split("&"))
                        .filter(not(String::isEmpty))
                        .map(QueryParameter::of)
                        .toList());
    }

    /** Servers return an unescaped byte as the Latin-1 character with its number. */
    private static String escaped(String raw) {
        return RAW_BYTE.matcher(raw)
                .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
    }

    public boolean has(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.isNamed(name));
    }

    /** Empty unless the parameter occurs exactly once, in UTF-8; otherwise two readers could see different values. */
    public Optional<String> single(String name) {
        List<QueryParameter> named =
                parameters.stream().filter(parameter -> parameter.isNamed(name)).toList();
        return named.size() == 1 ? named.get(0).value() : Optional.empty();
    }

    /** Leaves out the content: a callback's query contains WeChat's code. */
    @Override
    public String toString() {
        return "Query";
    }
}
