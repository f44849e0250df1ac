package com.xpkit.sociallink.platform.listing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of one resource. Every resource has {@code created}, {@code last_modified} and its id. */
public final class Fields {

    static final Field ID = Field.uuid("resource_id", "e.id");
    static final Field CREATED = Field.time("created", "e.created");

    private final Map<String, Field> byName = new LinkedHashMap<>();
    private Function<String, Optional<Field>> others = name -> Optional.empty();
    private Optional<Function<Search, String>> otherTexts = Optional.empty();

    private Fields() {}

    public static Fields of(Field... own) {
        var fields = new Fields();
        fields.add(ID);
        fields.add(CREATED);
        fields.add(Field.time("last_modified", "e.lastModified"));
        Arrays.stream(own).forEach(fields::add);
        return fields;
    }

    /**
     * For resources with free members.
     *
     * @param others finds a free member by its name
     * @param otherTexts JPQL that is true if a text of any free member matches the search
     */
    public Fields orElse(
            Function<String, Optional<Field>> others, Function<Search, String> otherTexts) {
        this.others = others;
        this.otherTexts = Optional.of(otherTexts);
        return this;
    }

    private void add(Field field) {
        byName.put(field.name(), field);
    }

    Optional<Field> named(String name) {
        return Optional.ofNullable(byName.get(name)).or(() -> others.apply(name));
    }

    /** JPQL that is true if any text matches the search. */
    String found(Search search) {
        return Stream.concat(
                        byName.values().stream().flatMap(field -> field.found(search).stream()),
                        otherTexts.stream().map(texts -> texts.apply(search)))
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
