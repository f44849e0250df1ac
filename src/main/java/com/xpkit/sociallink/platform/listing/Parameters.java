package com.xpkit.sociallink.platform.listing;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Collects the values of a query; each gets its own name. */
public final class Parameters {

    private final List<Object> values = new ArrayList<>();
    private final Optional<UUID> account;

    Parameters(Optional<UUID> account) {
        this.account = account;
    }

    /** The placeholder of the parameter in the query text, such as {@code :p3}. */
    public String add(Object value) {
        values.add(value);
        return ":p" + (values.size() - 1);
    }

    /** JPQL that is true if the path compares so with any of the values. */
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

    /** All values, to distinguish queries with the same text. */
    List<Object> values() {
        return List.copyOf(values);
    }

    <Q extends Query> Q bindTo(Q query) {
        account.ifPresent(id -> query.setParameter("account", id));
        for (int i = 0; i < values.size(); i++) {
            query.setParameter("p" + i, values.get(i));
        }
        return query;
    }
}
