package com.xpkit.sociallink.address;

import static java.util.function.Predicate.not;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The query of a visitor's request, decoded here: a server puts U+FFFD in place of bytes that are not
 * UTF-8, and afterwards nobody can tell what was asked for.
 *
 * @param parameters in their order
 */
public record Query(List<QueryParameter> parameters) {

    private static final Pattern RAW_BYTE = Pattern.compile("[\\x80-\\xff]");

    /**
     * @param raw as it was sent, without its {@code ?}; null where there is none
     */
    public static Query of(String raw) {
        return new Query(
                Stream.of((raw == null ? "" : escaped(raw)).split("&"))
                        .filter(not(String::isEmpty))
                        .map(QueryParameter::of)
                        .toList());
    }

    /** Servers hand out a byte that was not escaped as the Latin-1 character of its number. */
    private static String escaped(String raw) {
        return RAW_BYTE.matcher(raw)
                .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
    }

    public boolean has(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.isNamed(name));
    }

    /** Empty unless the parameter is there exactly once, in UTF-8: else two readers could take two values. */
    public Optional<String> single(String name) {
        List<QueryParameter> named =
                parameters.stream().filter(parameter -> parameter.isNamed(name)).toList();
        return named.size() == 1 ? named.get(0).value() : Optional.empty();
    }

    /** Says nothing of what it holds: a callback's holds WeChat's code. */
    @Override
    public String toString() {
        return "Query";
    }
}
