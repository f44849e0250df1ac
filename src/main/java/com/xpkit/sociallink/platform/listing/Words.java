package com.xpkit.sociallink.platform.listing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An array of known words in one column; see {@link Field#words}. */
record Words(String name, String path, Set<String> words) implements Field {

    @Override
    public Optional<Object> typed(String text) {
        return Field.storable(text);
    }

    @Override
    public String matches(Operator operator, List<Object> values, Parameters parameters) {
        return anyOf(
                word -> values.stream().anyMatch(v -> operator.holds(word.compareTo((String) v))),
                parameters);
    }

    /** The words are few and known, so they are compared here instead of in the database. */
    private String anyOf(Predicate<String> wanted, Parameters parameters) {
        return words.stream()
                .filter(wanted)
                .sorted()
                .map(word -> parameters.add(' ' + word + ' '))
                .map(word -> "locate(" + word + ", concat(' ', concat(" + path + ", ' '))) > 0")
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining(" or ", "(", ")"),
                                any -> any.equals("()") ? "(1 = 0)" : any));
    }

    @Override
    public String ordered(Parameters parameters) {
        return path;
    }

    @Override
    public Optional<Object> placed(String text) {
        return typed(text);
    }

    @Override
    public Optional<String> found(Search search) {
        return Optional.of(search.in(path));
    }
}
