package com.xpkit.sociallink.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A request's query. */
record Query(String raw) {

    boolean has(String name) {
        return !values(name).isEmpty();
    }

    /** The value, if there is exactly one: of two, it is unknown who wrote which. */
    Optional<String> single(String name) {
        List<String> values = values(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private List<String> values(String name) {
        return Arrays.stream(raw.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair[0].equals(name))
                .map(pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], UTF_8))
                .toList();
    }
}
