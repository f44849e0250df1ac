package com.xpkit.sociallink.listing;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of one resource. Every resource has {@code created}, {@code last_modified} and its id. */
public final class Fields {

    static final Field ID = Field.text("resource_id", "e.id");
    static final Field CREATED = Field.time("created", "e.created");

    private final Map<String, Field> byName = new LinkedHashMap<>();

    private Fields() {}

    public static Fields of(Field... own) {
        var fields = new Fields();
        fields.add(ID);
        fields.add(CREATED);
        fields.add(Field.time("last_modified", "e.lastModified"));
        Arrays.stream(own).forEach(fields::add);
        return fields;
    }

    private void add(Field field) {
        byName.put(field.name(), field);
    }

    Optional<Field> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<Field> all() {
        return byName.values();
    }
}
