package com.xpkit.sociallink.platform.listing;

import com.xpkit.sociallink.platform.rest.Ids;
import java.util.List;
import java.util.Optional;

/**
 * A field with a single value of the entity.
 *
 * @param path JPQL, never null in the database
 */
record Column(String name, String path, Type type) implements Field {

    enum Type {
        TEXT,
        /** A text that means nothing to people, so it is not searched. */
        ID,
        /** A UUID, which filters compare as a text. */
        UUID,
        TIME,
        NUMBER;

        /** The value that a filter's text stands for; empty when no value of the type is written that way. */
        Optional<Object> typed(String text) {
            return switch (this) {
                case TEXT, ID, UUID -> Field.storable(text);
                case TIME -> Moment.asked(text).map(Object.class::cast);
                case NUMBER -> number(text);
            };
        }

        /** What a text must be, for an invalid one. */
        String expected() {
            return switch (this) {
                case TEXT, ID, UUID -> Field.STORABLE;
                case TIME -> Moment.TAKEN;
                case NUMBER -> "must be a whole number of up to nine digits";
            };
        }

        /** Reads a value of the column from a page token. */
        Optional<Object> placed(String text) {
            return this == UUID ? Ids.parse(text).map(Object.class::cast) : typed(text);
        }

        /** See {@link Field#matches}. */
        String compared(
                String path, Operator operator, List<Object> values, Parameters parameters) {
            return this == UUID
                    ? IdComparison.jpql(path, operator, values, parameters)
                    : parameters.compared(path, operator, values);
        }

        private static Optional<Object> number(String text) {
            return text.matches("-?[0-9]{1,9}")
                    ? Optional.of(Integer.valueOf(text))
                    : Optional.empty();
        }
    }

    @Override
    public Optional<Object> typed(String text) {
        return type.typed(text);
    }

    @Override
    public String expected() {
        return type.expected();
    }

    @Override
    public String matches(Operator operator, List<Object> values, Parameters parameters) {
        return type.compared(path, operator, values, parameters);
    }

    @Override
    public String ordered(Parameters parameters) {
        return path;
    }

    @Override
    public Optional<Object> placed(String text) {
        return type.placed(text);
    }

    @Override
    public Optional<String> found(Search search) {
        return type == Type.TEXT ? Optional.of(search.in(path)) : Optional.empty();
    }
}
