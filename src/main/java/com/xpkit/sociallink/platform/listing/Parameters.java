package com.xpkit.sociallink.platform.listing;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The values of a query in the making; each gets a name of its own. */
public final class Parameters {

    private final List<Object> values = new ArrayList<>();
    private final Optional<UUID> account;

    Parameters(Optional<UUID> account) {
        this.account = account;
    }

    /** The parameter's place in the query text, such as {@code :p3}. */
    public String add(Object value) {
        values.add(value);
        return ":p" + (values.size() - 1);
    }

    /** JPQL that holds when the path compares so with any of the values. */
    public String compared(String path, Operator operator, List<?> values) {
        if (operator.compares() || values.size() == 1) {
            return path + " " + operator.sign() + " " + add(values.get(0));
        }
        return values.stream()
                .map(this::add)
                .collect(Collectors.joining(", ", path + " in (", ")"));
    }

    Optional<UUID> account() {
        return account;
    }

    /** All that was added, to tell one query from another of the same text. */
    List<Object> values() {
        return List.copyOf(values);
    }

    <Q extends Query> Q bindTo(Q query) {
        account.ifPresent(id -> query.setParameter("account", id.toString()));
        for (int i = 0; i < values.size(); i++) {
            query.setParameter("p" + i, values.get(i));
        }
        return query;
    }
}
