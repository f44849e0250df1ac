package com.xpkit.sociallink.listing.member;

import com.xpkit.sociallink.listing.Field;

/** The rows that hold the values of a resource's documents, each a {@link Member}. */
public final class MemberIndex {

    private final String from;
    private final String owner;
    private final String shown;

    private MemberIndex(String from, String owner, String shown) {
        this.from = from;
        this.owner = owner;
        this.shown = shown;
    }

    /**
     * @param entity the rows' name in JPQL
     * @param owner their attribute that holds the id of the resource
     */
    public static MemberIndex of(String entity, String owner) {
        return new MemberIndex("from " + entity + " m where ", "m." + owner, "");
    }

    /**
     * For documents that are not shown at once.
     *
     * @param jpql holds for a resource that shows its document
     */
    public MemberIndex when(String jpql) {
        return new MemberIndex(from, owner, jpql + " and ");
    }

    /**
     * @param name the members' names with dots between; those of an array's elements are the array's own
     */
    public Field field(String name) {
        return new MemberField(name, this);
    }

    /** JPQL that holds for a resource of which one value does what is said of {@code m}. */
    String anyOf(String jpql) {
        return shown
                + "e.id in (select "
                + owner
                + " "
                + from
                + "m.accountId = :account and "
                + jpql
                + ")";
    }

    /** JPQL of the least value at a path; empty where there is none. */
    String least(String path) {
        return "coalesce((select min(m.value) %s%sm.path = %s and %s = e.id), '')"
                .formatted(from, shown, path, owner);
    }

    /**
     * Strings alone; in front of each stands its type's letter, which nobody searches for.
     *
     * @param pattern a parameter's place; lower case, {@code !} escapes
     */
    public String anyLike(String pattern) {
        return anyOf(
                "m.value >= 's' and m.value < 'v' and m.value not like 't%'"
                        + " and (m.longText is null and lower(substring(m.value, 2)) like "
                        + pattern
                        + " escape '!' or lower(m.longText) like "
                        + pattern
                        + " escape '!')");
    }
}
