package com.xpkit.sociallink.platform.listing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A member that lists filter, order and search by. In its JPQL {@code e} is the entity, and {@code
 * :account} the account whose list it is.
 */
public interface Field {

    /** What is wrong with a text that {@link #storable} does not take. */
    String STORABLE = "holds a character that no text can hold";

    /** As the wire says it. */
    String name();

    /** What a filter's text means; empty when no such field can hold it. */
    Optional<Object> typed(String text);

    /** What to say of a text that {@link #typed} does not take; it follows the parameter's name. */
    default String taken() {
        return STORABLE;
    }

    /**
     * JPQL that holds for an entity of which one value compares so with one of these; never unknown, so
     * that it can be negated.
     *
     * @param operator never {@link Operator#NOT_EQUAL}
     * @param values of {@link #typed}; a single one where the operator compares
     */
    String matches(Operator operator, List<Object> values, Parameters parameters);

    /** JPQL of the value by which it orders; never null in the database. */
    String ordered(Parameters parameters);

    /** The value of {@link #ordered} that {@link #text} wrote; empty when it is none. */
    Optional<Object> placed(String text);

    /** The value of {@link #ordered} as text. */
    default String text(Object value) {
        return String.valueOf(value);
    }

    /** JPQL that holds when a text of the field holds what is searched for; empty for fields without text. */
    Optional<String> found(Search search);

    /** The text, unless no database can hold it: PostgreSQL takes no NUL, not even to compare. */
    static Optional<Object> storable(String text) {
        return Optional.<Object>of(text).filter(t -> text.indexOf(0) < 0);
    }

    /** A column; where it may be null, the path says what stands for that. */
    static Field text(String name, String path) {
        return new Column(name, path, Column.Type.TEXT);
    }

    /** A text that is not searched. */
    static Field id(String name, String path) {
        return new Column(name, path, Column.Type.ID);
    }

    static Field time(String name, String path) {
        return new Column(name, path, Column.Type.TIME);
    }

    static Field number(String name, String path) {
        return new Column(name, path, Column.Type.NUMBER);
    }

    /**
     * An array, of which any element may match.
     *
     * @param order JPQL of what it orders by
     * @param membership JPQL with the elements' paths in braces: {@code exists (select t from Tag t where
     *     t.of = e and {t.name})}
     */
    static Field elements(String name, String order, String membership) {
        return new ElementsField(name, Column.Type.TEXT, order, membership);
    }

    /** An array of numbers, else the same as {@link #elements}. */
    static Field numbers(String name, String order, String membership) {
        return new ElementsField(name, Column.Type.NUMBER, order, membership);
    }

    /**
     * An array of known words that stands in one column with a blank between.
     *
     * @param words all that there are
     */
    static Field words(String name, String path, Set<String> words) {
        return new Words(name, path, words);
    }
}
