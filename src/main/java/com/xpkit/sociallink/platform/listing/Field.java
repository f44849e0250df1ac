package com.xpkit.sociallink.platform.listing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A member that lists can filter, order and search by. In its JPQL, {@code e} is the entity and {@code :account} the
 * account of the list.
 */
public interface Field {

    /** The fault of a text that {@link #storable} refuses. */
    String STORABLE = "holds a character that no text can hold";

    /** The member's name in the API. */
    String name();

    /** The value that a filter's text stands for; empty when the field can never have such a value. */
    Optional<Object> typed(String text);

    /** What a text must be when {@link #typed} refuses it; follows the parameter's name. */
    default String expected() {
        return STORABLE;
    }

    /**
     * A condition that is true if any value of the field compares so with any of these; never NULL, so NOT works.
     *
     * @param operator never {@link Operator#NOT_EQUAL}
     * @param values from {@link #typed}; a single one if the operator compares
     */
    String matches(Operator operator, List<Object> values, Parameters parameters);

    /**
     * JPQL of the value to order by; never null in the database. A subquery is not inside a function, because EclipseLink
     * would not order by it.
     */
    String ordered(Parameters parameters);

    /** Reads a value of {@link #ordered} that {@link #text} wrote; empty when the text is not one. */
    Optional<Object> placed(String text);

    /** Writes a value of {@link #ordered} as text. */
    default String text(Object value) {
        return String.valueOf(value);
    }

    /** JPQL that is true if a text of the field matches the search; empty for fields without text. */
    Optional<String> found(Search search);

    /** The text, unless no database can store it: PostgreSQL refuses NUL even in a comparison. */
    static Optional<Object> storable(String text) {
        return Optional.<Object>of(text).filter(t -> text.indexOf(0) < 0);
    }

    /** A text column; if it may be null, the path must supply a value for that case. */
    static Field text(String name, String path) {
        return new Column(name, path, Column.Type.TEXT);
    }

    /** A text that is not searched. */
    static Field id(String name, String path) {
        return new Column(name, path, Column.Type.ID);
    }

    /** An id, compared as its text. It is not searched. */
    static Field uuid(String name, String path) {
        return new Column(name, path, Column.Type.UUID);
    }

    static Field time(String name, String path) {
        return new Column(name, path, Column.Type.TIME);
    }

    static Field number(String name, String path) {
        return new Column(name, path, Column.Type.NUMBER);
    }

    /**
     * An array that matches if any element does.
     *
     * @param order JPQL of the value to order by
     * @param membership JPQL with the elements' paths in braces: {@code exists (select t from Tag t where
     *     t.of = e and {t.name})}
     */
    static Field elements(String name, String order, String membership) {
        return new ElementsField(name, Column.Type.TEXT, order, membership);
    }

    /** An array of ids, compared and searched as their texts; otherwise the same as {@link #elements}. */
    static Field uuids(String name, String order, String membership) {
        return new ElementsField(name, Column.Type.UUID, order, membership);
    }

    /** An array of numbers; otherwise the same as {@link #elements}. */
    static Field numbers(String name, String order, String membership) {
        return new ElementsField(name, Column.Type.NUMBER, order, membership);
    }

    /**
     * An array of known words, stored in one column and separated by blanks.
     *
     * @param words all known words
     */
    static Field words(String name, String path, Set<String> words) {
        return new Words(name, path, words);
    }
}
