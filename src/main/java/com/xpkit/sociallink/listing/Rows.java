package com.xpkit.sociallink.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows that a list is made of, before any filter.
 *
 * @param type the entity; it has {@code id}, {@code created} and {@code lastModified}
 * @param account whose rows; empty for the rows of all (entities without {@code accountId})
 * @param only JPQL that holds for no other rows, with {@code :only} for {@code value}; may be empty
 */
public record Rows<T>(Class<T> type, Optional<UUID> account, String only, Object value) {

    public static <T> Rows<T> all(Class<T> type) {
        return new Rows<>(type, Optional.empty(), "", null);
    }

    public static <T> Rows<T> of(UUID account, Class<T> type) {
        return new Rows<>(type, Optional.of(account), "", null);
    }

    public Rows<T> only(String jpql, Object value) {
        return new Rows<>(type, account, jpql, value);
    }

    List<String> where(Parameters parameters) {
        var where = new ArrayList<String>();
        where.add(account.isPresent() ? "e.accountId = :account" : "1 = 1");
        if (!only.isEmpty()) {
            where.add(only.replace(":only", parameters.add(value)));
        }
        return where;
    }
}
