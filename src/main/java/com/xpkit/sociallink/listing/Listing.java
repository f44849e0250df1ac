package com.xpkit.sociallink.listing;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Runs list requests for one kind of entity.
 *
 * @param <T> the entity; it has {@code id}, {@code created} and {@code lastModified}
 */
public final class Listing<T> {

    private final Class<T> type;

    public Listing(Class<T> type) {
        this.type = type;
    }

    /**
     * One page.
     *
     * @param account whose rows; empty for the rows of all (entities without {@code accountId})
     */
    public Page<T> page(EntityManager em, Optional<UUID> account, ListRequest request) {
        var isBackwards = request.token().filter(PageToken::isBackwards).isPresent();
        var rows = rows(em, account, request, isBackwards);
        var hasMore = rows.size() > request.limit();
        var shown = new ArrayList<>(rows.subList(0, Math.min(rows.size(), request.limit())));
        if (isBackwards) {
            Collections.reverse(shown);
        }
        var isFirst = isBackwards ? !hasMore : request.page() == 1 && request.token().isEmpty();
        var isLast = !isBackwards && !hasMore;
        return new Page<>(
                shown.stream().map(row -> type.cast(row[0])).toList(),
                count(em, account, request),
                isLast || shown.isEmpty() ? null : end(request, shown.get(shown.size() - 1), false),
                isFirst || shown.isEmpty() ? null : end(request, shown.get(0), true));
    }

    private List<Object[]> rows(
            EntityManager em, Optional<UUID> account, ListRequest request, boolean isBackwards) {
        var parameters = new Parameters();
        var where = where(account, request, parameters);
        request.token()
                .flatMap(token -> token.typed(request.order()))
                .ifPresent(p -> where.add(request.order().behind(p, isBackwards, parameters)));
        var columns =
                request.order().keys().stream()
                        .map(key -> key.field().path())
                        .collect(Collectors.joining(", "));
        var jpql =
                "select e, "
                        + columns
                        + from(where)
                        + " order by "
                        + request.order().jpql(isBackwards);
        var query = parameters.bindTo(em.createQuery(jpql, Object[].class));
        if (request.token().isEmpty()) {
            query.setFirstResult((request.page() - 1) * request.limit());
        }
        return query.setMaxResults(request.limit() + 1).getResultList();
    }

    private long count(EntityManager em, Optional<UUID> account, ListRequest request) {
        var parameters = new Parameters();
        var jpql = "select count(e)" + from(where(account, request, parameters));
        return parameters.bindTo(em.createQuery(jpql, Long.class)).getSingleResult();
    }

    private String from(List<String> where) {
        return " from " + type.getSimpleName() + " e where " + String.join(" and ", where);
    }

    private static List<String> where(
            Optional<UUID> account, ListRequest request, Parameters parameters) {
        var where = new ArrayList<String>();
        where.add(
                account.map(id -> "e.accountId = " + parameters.add(id.toString()))
                        .orElse("1 = 1"));
        request.conditions().forEach(condition -> where.add(condition.jpql(parameters)));
        if (!request.query().isEmpty()) {
            where.add(anyTextHolds(request, parameters));
        }
        return where;
    }

    private static String anyTextHolds(ListRequest request, Parameters parameters) {
        var pattern = parameters.add("%" + request.query().replaceAll("([!%_])", "!$1") + "%");
        return request.fields().all().stream()
                .filter(field -> !field.isTime())
                .map(field -> "lower(" + field.path() + ") like " + pattern + " escape '!'")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** The token behind or before a row, whose ordered values follow the entity in the result. */
    private static PageToken end(ListRequest request, Object[] row, boolean isBackwards) {
        var place = new ArrayList<String>();
        for (int i = 0; i < request.order().keys().size(); i++) {
            place.add(request.order().keys().get(i).field().untyped(row[i + 1]));
        }
        var page = Math.max(1, request.page() + (isBackwards ? -1 : 1));
        return new PageToken(page, isBackwards, request.order().signature(), place);
    }
}
