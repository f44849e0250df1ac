package com.xpkit.sociallink.platform.listing;

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
 * @param texts paths of long texts; where there are any, a page is bounded in bytes too
 * @param parts JPQL of how many other rows belong to one, a kilobyte each
 */
public record Rows<T>(
        Class<T> type,
        Optional<UUID> account,
        String only,
        Object value,
        List<String> texts,
        List<String> parts) {

    public static <T> Rows<T> all(Class<T> type) {
        return new Rows<>(type, Optional.empty(), "", null, List.of(), List.of());
    }

    public static <T> Rows<T> of(UUID account, Class<T> type) {
        return new Rows<>(type, Optional.of(account), "", null, List.of(), List.of());
    }

    public Rows<T> only(String jpql, Object value) {
        return new Rows<>(type, account, jpql, value, texts, parts);
    }

    /** Rows with a text of any length. */
    public Rows<T> withText(String path) {
        return new Rows<>(type, account, only, value, List.of(path), parts);
    }

    /** Rows that others belong to, which are shown with them. */
    public Rows<T> withParts(String count) {
        return new Rows<>(type, account, only, value, texts, List.of(count));
    }

    boolean areLarge() {
        return !texts.isEmpty() || !parts.isEmpty();
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
