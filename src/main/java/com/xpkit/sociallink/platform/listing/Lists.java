package com.xpkit.sociallink.platform.listing;

import com.xpkit.sociallink.platform.http.BodySettings;
import com.xpkit.sociallink.platform.storage.Matching;
import com.xpkit.sociallink.platform.storage.QueryPlans;
import com.xpkit.sociallink.platform.storage.Sizes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers list requests for any entity. A page costs the same anywhere in the list. */
@ApplicationScoped
public class Lists {

    private static final int LONG_QUERY = 50;

    /** The size of a row that belongs to another, in bytes: most are smaller. */
    private static final int PART = 1_024;

    /** Up to this many conditions, trying every join order is fast. */
    private static final int MAX_JOINED = 6;

    @PersistenceContext EntityManager em;

    @Inject Counts counts;

    @Inject ListStatements statements;

    @Inject QueryPlans plans;

    @Inject Matching matching;

    @Inject Sizes sizes;

    @Inject BodySettings limits;

    /**
     * One page of the rows, filtered and ordered as requested. A page of large rows is cut to what fits into {@code
     * sociallink.limits.page}, but has at least one row.
     */
    public <T> Page<T> page(Rows<T> rows, ListRequest request) {
        plans.planForActualValues(em);
        var isBackwards = request.token().filter(PageToken::isBackwards).isPresent();
        var found = find(rows, request, isBackwards);
        var wanted = found.subList(0, Math.min(found.size(), request.limit()));
        var shown = new ArrayList<>(wanted.subList(0, fitting(wanted, rows, request)));
        var hasMore = found.size() > shown.size();
        var isCut = wanted.size() > shown.size();
        if (isBackwards) {
            Collections.reverse(shown);
        }
        var isFirst = isBackwards ? !hasMore : request.page() == 1 && request.token().isEmpty();
        var isLast = !isBackwards && !hasMore;
        return new Page<>(
                entities(rows, shown),
                count(rows, request, isFirst && isLast ? shown.size() : -1),
                isLast || shown.isEmpty()
                        ? null
                        : end(request, shown.get(shown.size() - 1), false, isCut),
                isFirst || shown.isEmpty()
                        ? null
                        : end(request, shown.get(0), true, isCut && isBackwards));
    }

    /** How many of the rows fit on a page. The sizes come after the ordered values in the result. */
    private int fitting(List<Object[]> found, Rows<?> rows, ListRequest request) {
        var begin = 1 + request.order().keys().size();
        var left = (long) limits.maxPageBytes();
        for (int i = 0; i < found.size(); i++) {
            var row = found.get(i);
            left -= size(rows, Arrays.asList(row).subList(begin, row.length));
            if (left < 0) {
                return Math.max(1, i);
            }
        }
        return found.size();
    }

    private static long size(Rows<?> rows, List<Object> sizes) {
        var size = 0L;
        for (int i = 0; i < sizes.size(); i++) {
            var number = sizes.get(i) == null ? 0 : ((Number) sizes.get(i)).longValue();
            size += i < rows.texts().size() ? number : number * PART;
        }
        return size;
    }

    /** Large entities are loaded once it is known how many fit; some may have been deleted since. */
    private <T> List<T> entities(Rows<T> rows, List<Object[]> shown) {
        var first = shown.stream().map(row -> row[0]).toList();
        if (!rows.areLarge() || shown.isEmpty()) {
            return first.stream().map(rows.type()::cast).toList();
        }
        var entities = new HashMap<Object, T>();
        em.createQuery(
                        "select e.id, e from "
                                + rows.type().getSimpleName()
                                + " e where e.id in :ids",
                        Object[].class)
                .setParameter("ids", first)
                .getResultStream()
                .forEach(row -> entities.put(row[0], rows.type().cast(row[1])));
        return first.stream().map(entities::get).filter(Objects::nonNull).toList();
    }

    /** The entity, or the id of a large one; its ordered values; its sizes. */
    private <T> List<Object[]> find(Rows<T> rows, ListRequest request, boolean isBackwards) {
        var parameters = new Parameters(rows.account());
        var columns = request.order().columns(parameters);
        var where = where(rows, request, parameters);
        request.token()
                .flatMap(token -> token.typed(request.order()))
                .ifPresent(p -> where.add(request.order().after(p, isBackwards, parameters)));
        var jpql =
                (rows.areLarge() ? "select e.id, " : "select e, ")
                        + columns
                        + sizes(rows)
                        + from(rows, where)
                        + " order by "
                        + request.order().jpql(isBackwards, parameters);
        var first = request.token().isEmpty() ? (request.page() - 1) * request.limit() : 0;
        return statements.rows(
                () ->
                        em.createQuery(jpql, Object[].class)
                                .setFirstResult(first)
                                .setMaxResults(request.limit() + 1),
                parameters,
                em);
    }

    private String sizes(Rows<?> rows) {
        return Stream.concat(rows.texts().stream().map(sizes::of), rows.parts().stream())
                .map(size -> ", " + size)
                .collect(Collectors.joining());
    }

    /**
     * @param known the number of rows if the page itself shows it; otherwise -1
     */
    private long count(Rows<?> rows, ListRequest request, long known) {
        if (known >= 0) {
            return known;
        }
        var parameters = new Parameters(rows.account());
        return counts.count(from(rows, where(rows, request, parameters)), parameters);
    }

    private static String from(Rows<?> rows, List<String> where) {
        return " from " + rows.type().getSimpleName() + " e where " + String.join(" and ", where);
    }

    private List<String> where(Rows<?> rows, ListRequest request, Parameters parameters) {
        var where = rows.where(parameters);
        for (var condition : request.conditions()) {
            where.add(
                    where.size() <= MAX_JOINED
                            ? condition.jpql(parameters)
                            : condition.isolatedJpql(parameters));
        }
        if (!request.query().isEmpty()) {
            where.add(request.fields().found(search(request.query(), parameters)));
        }
        return where;
    }

    private Search search(String query, Parameters parameters) {
        var pattern = parameters.add(AnyCase.pattern(query));
        var length = query.codePointCount(0, query.length());
        return length < LONG_QUERY
                ? path -> matching.of(path, pattern)
                : onlyIn(parameters.add(length), path -> matching.of(path, pattern));
    }

    /**
     * H2 compiles the pattern for each text. A long pattern is slow, so texts that are too short to match are skipped.
     */
    private static Search onlyIn(String length, Search search) {
        return path -> "(length(%s) >= %s and %s)".formatted(path, length, search.in(path));
    }

    /**
     * The token after or before a row. The row's ordered values come after the entity in the result.
     *
     * @param isCut whether the page was cut, so no page number begins there
     */
    private static PageToken end(
            ListRequest request, Object[] row, boolean isBackwards, boolean isCut) {
        var place = new ArrayList<String>();
        for (int i = 0; i < request.order().keys().size(); i++) {
            place.add(request.order().keys().get(i).field().text(row[i + 1]));
        }
        var page =
                isCut ? PageToken.NO_NUMBER : PageToken.numberBeside(request.page(), isBackwards);
        return new PageToken(page, isBackwards, request.order().signature(), place);
    }
}
