package com.xpkit.sociallink.listing;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;

/** The values of a query in the making; each gets a name of its own. */
final class Parameters {

    private final List<Object> values = new ArrayList<>();

    /** The parameter's place in the query text, such as {@code :p3}. */
    String add(Object value) {
        values.add(value);
        return ":p" + (values.size() - 1);
    }

    <Q extends Query> Q bindTo(Q query) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter("p" + i, values.get(i));
        }
        return query;
    }
}
