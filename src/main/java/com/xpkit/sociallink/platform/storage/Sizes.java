package com.xpkit.sociallink.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the database reports the size of a long text without reading it. */
@ApplicationScoped
public class Sizes {

    /** The approximate bytes of a row without its long texts, including its index entries: ids, times, names. */
    public static final int ROW = 200;

    @Inject Database database;

    @PersistenceContext EntityManager em;

    /**
     * JPQL for a number: about how many bytes the text has, or characters on H2; null for null.
     *
     * @param text a path of type string
     */
    public String of(String text) {
        return database.product().size(text);
    }

    /**
     * About how many bytes the rows of an account take. Reads every one of these rows.
     *
     * @param from SQL of a table or a join; its alias {@code a} has the column {@code account_id}
     * @param texts the columns with texts of any length
     */
    public long ofRows(UUID account, String from, String... texts) {
        var sizes =
                Stream.of(texts)
                        .map(text -> "coalesce(" + database.product().sizeInSql(text) + ", 0)")
                        .collect(Collectors.joining(" + "));
        var sql = "select count(*), sum(%s) from %s where a.account_id = ?1".formatted(sizes, from);
        var query = em.createNativeQuery(sql).setParameter(1, account);
        var sums = (Object[]) Patience.of(Patience.LONG, query::getSingleResult);
        return number(sums[0]) * ROW + number(sums[1]);
    }

    /** The sum is null when there are no rows. */
    private static long number(Object sum) {
        return sum == null ? 0 : ((Number) sum).longValue();
    }
}
