package com.xpkit.sociallink.platform.listing.document;

import com.xpkit.sociallink.platform.listing.Field;
import com.xpkit.sociallink.platform.listing.Search;

/** The rows that hold the values of a resource's documents, each a {@link IndexedValueRow}. */
public final class IndexedValueRows {

    private final String any;
    private final String own;

    /**
     * @param any JPQL, the beginning of a condition that is true if any row of the resource satisfies the rest
     * @param own JPQL, the beginning of a selection of one resource's rows that satisfy the rest
     */
    private IndexedValueRows(String any, String own) {
        this.any = any;
        this.own = own;
    }

    /**
     * For long lists whose resources have a few values each: the query finds values first, then their resources.
     *
     * @param entity the entity name of the rows
     * @param owner their attribute with the id of the resource
     */
    public static IndexedValueRows forLongLists(String entity, String owner) {
        return new IndexedValueRows(
                "e.id in (select m.%s from %s m where ".formatted(owner, entity),
                own(entity, owner));
    }

    private static String own(String entity, String owner) {
        return "from %s m where m.%s = e.id and ".formatted(entity, owner);
    }

    /**
     * For short lists over many rows, where thousands of rows may have the same value: each resource is checked for the
     * value. Otherwise PostgreSQL reads all of these rows for each resource that must not have it.
     *
     * @param entity the entity name of the rows
     * @param owner their attribute with the id of the resource
     */
    public static IndexedValueRows forShortLists(String entity, String owner) {
        return forShortLists(own(entity, owner));
    }

    /**
     * The same, for resources that only show their document at times.
     *
     * @param shown JPQL that is true for a resource that shows its document
     */
    public static IndexedValueRows forShortLists(String entity, String owner, String shown) {
        return forShortLists(own(entity, owner) + shown + " and ");
    }

    private static IndexedValueRows forShortLists(String own) {
        return new IndexedValueRows("exists (select m.path " + own, own);
    }

    /**
     * @param name the member names, joined with dots; array elements have the path of the array
     */
    public Field field(String name) {
        return new IndexedValueField(name, this);
    }

    /** JPQL that is true for a resource if one of its values, {@code m}, satisfies the condition. */
    String anyOf(String jpql) {
        return any + "m.accountId = :account and " + jpql + ")";
    }

    /** JPQL of the smallest value at a path; an empty text if there is none. */
    String min(String path) {
        return "(select coalesce(min(m.value), '') " + own + "m.path = " + path + ")";
    }

    /**
     * JPQL that is true if a string of the document matches the search. The stored type letter is left out of the
     * search.
     */
    public String found(Search search) {
        return anyOf(
                "m.value >= 's' and m.value < 'v' and m.value not like 't%%' and (m.longText is null and %s or %s)"
                        .formatted(search.in("substring(m.value, 2)"), search.in("m.longText")));
    }
}
