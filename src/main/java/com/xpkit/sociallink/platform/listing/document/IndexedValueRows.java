package com.xpkit.sociallink.platform.listing.document;

import com.xpkit.sociallink.platform.listing.Field;
import com.xpkit.sociallink.platform.listing.Search;

/** The rows that hold the values of a resource's documents, each a {@link IndexedValueRow}. */
public final class IndexedValueRows {

    private final String any;
    private final String own;

    /**
     * @param any JPQL that holds when any row does what follows
     * @param own JPQL of the rows of one resource that do what follows
     */
    private IndexedValueRows(String any, String own) {
        this.any = any;
        this.own = own;
    }

    /**
     * For long lists of resources with a few values each: a value leads to its resources.
     *
     * @param entity the rows' name in JPQL
     * @param owner their attribute that holds the id of the resource
     */
    public static IndexedValueRows ofMany(String entity, String owner) {
        return new IndexedValueRows(
                "e.id in (select m.%s from %s m where ".formatted(owner, entity),
                own(entity, owner));
    }

    private static String own(String entity, String owner) {
        return "from %s m where m.%s = e.id and ".formatted(entity, owner);
    }

    /**
     * For lists that are short beside the rows, of which thousands may have one value: each resource is asked
     * whether it has it. PostgreSQL else walks through all of these rows for each resource that must not.
     *
     * @param entity the rows' name in JPQL
     * @param owner their attribute that holds the id of the resource
     */
    public static IndexedValueRows ofFew(String entity, String owner) {
        return ofFew(own(entity, owner));
    }

    /**
     * The same for resources that do not show their document at once.
     *
     * @param shown JPQL that holds for a resource that shows it
     */
    public static IndexedValueRows ofFew(String entity, String owner, String shown) {
        return ofFew(own(entity, owner) + shown + " and ");
    }

    private static IndexedValueRows ofFew(String own) {
        return new IndexedValueRows("exists (select m.path " + own, own);
    }

    /**
     * @param name the members' names with dots between; those of an array's elements are the array's own
     */
    public Field field(String name) {
        return new IndexedValueField(name, this);
    }

    /** JPQL that holds for a resource of which one value does what is said of {@code m}. */
    String anyOf(String jpql) {
        return any + "m.accountId = :account and " + jpql + ")";
    }

    /** JPQL of the least value at a path; empty where there is none. */
    String min(String path) {
        return "coalesce((select min(m.value) " + own + "m.path = " + path + "), '')";
    }

    /**
     * JPQL that holds when a string of the document holds what is searched for. In front of each stands its
     * type's letter, which nobody searches for.
     */
    public String found(Search search) {
        return anyOf(
                "m.value >= 's' and m.value < 'v' and m.value not like 't%%' and (m.longText is null and %s or %s)"
                        .formatted(search.in("substring(m.value, 2)"), search.in("m.longText")));
    }
}
