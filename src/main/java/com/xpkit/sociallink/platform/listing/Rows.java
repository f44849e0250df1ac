package com.xpkit.sociallink.platform.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of a list, before any filter.
 *
 * @param type the entity; it has {@code id}, {@code created} and {@code lastModified}
 * @param account the owner of the rows; empty for the rows of all accounts (entities without {@code accountId})
 * @param only JPQL that restricts the list, with {@code :only} for {@code value}; may be empty
 * @param texts paths of long texts; if there are any, the size of a page is limited too
 * @param parts JPQL for the number of other rows that belong to a row; each counts as a kilobyte
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

    /** Rows with a long text. */
    public Rows<T> withText(String path) {
        return new Rows<>(type, account, only, value, List.of(path), parts);
    }

    /** Rows that include other rows when they are shown. */
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
