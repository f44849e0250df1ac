package com.xpkit.sociallink.listing;

import com.xpkit.sociallink.storage.Matching;
import com.xpkit.sociallink.storage.Plans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Answers list requests, whatever the entity. A page costs the same wherever in the list it is. */
@ApplicationScoped
public class Lists {

    private static final int LONG_QUERY = 50;

    /** Of so many conditions each order in which they can be joined is soon looked through. */
    private static final int MOST_JOINED = 6;

    @PersistenceContext EntityManager em;

    @Inject Counts counts;

    @Inject ListStatements statements;

    @Inject Plans plans;

    @Inject Matching matching;

    /** One page of the rows, as the request filters and orders them. */
    public <T> Page<T> page(Rows<T> rows, ListRequest request) {
        plans.eachForItsValues(em);
        var isBackwards = request.token().filter(PageToken::isBackwards).isPresent();
        var found = find(rows, request, isBackwards);
        var hasMore = found.size() > request.limit();
        var shown = new ArrayList<>(found.subList(0, Math.min(found.size(), request.limit())));
        if (isBackwards) {
            Collections.reverse(shown);
        }
        var isFirst = isBackwards ? !hasMore : request.page() == 1 && request.token().isEmpty();
        var isLast = !isBackwards && !hasMore;
        return new Page<>(
                shown.stream().map(row -> rows.type().cast(row[0])).toList(),
                count(rows, request, isFirst && isLast ? shown.size() : -1),
                isLast || shown.isEmpty() ? null : end(request, shown.get(shown.size() - 1), false),
                isFirst || shown.isEmpty() ? null : end(request, shown.get(0), true));
    }

    private <T> List<Object[]> find(Rows<T> rows, ListRequest request, boolean isBackwards) {
        var parameters = new Parameters(rows.account());
        var columns = request.order().columns(parameters);
        var where = where(rows, request, parameters);
        request.token()
                .flatMap(token -> token.typed(request.order()))
                .ifPresent(p -> where.add(request.order().behind(p, isBackwards, parameters)));
        var jpql =
                "select e, "
                        + columns
                        + from(rows, where)
                        + " order by "
                        + request.order().jpql(isBackwards);
        var query = em.createQuery(jpql, Object[].class);
        if (request.token().isEmpty()) {
            query.setFirstResult((request.page() - 1) * request.limit());
        }
        return statements.rows(query.setMaxResults(request.limit() + 1), parameters, em);
    }

    /**
     * @param known how many there are, when the page itself has told; else -1
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
                    where.size() <= MOST_JOINED
                            ? condition.jpql(parameters)
                            : condition.jpqlApart(parameters));
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

    /** H2 compiles the pattern for each text. A long one is slow, so texts that are too short are left out. */
    private static Search onlyIn(String length, Search search) {
        return path -> "(length(%s) >= %s and %s)".formatted(path, length, search.in(path));
    }

    /** The token behind or before a row, whose ordered values follow the entity in the result. */
    private static PageToken end(ListRequest request, Object[] row, boolean isBackwards) {
        var place = new ArrayList<String>();
        for (int i = 0; i < request.order().keys().size(); i++) {
            place.add(request.order().keys().get(i).field().text(row[i + 1]));
        }
        var page = Math.max(1, request.page() + (isBackwards ? -1 : 1));
        return new PageToken(page, isBackwards, request.order().signature(), place);
    }
}
