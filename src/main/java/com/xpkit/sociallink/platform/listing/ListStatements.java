package com.xpkit.sociallink.platform.listing;

import com.xpkit.sociallink.platform.storage.StatementTookTooLong;
import com.xpkit.sociallink.platform.storage.TimeLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Runs the queries for lists and their counts. Callers decide what these cost, so each statement has a time limit. */
@ApplicationScoped
public class ListStatements {

    private static final System.Logger LOG = System.getLogger(ListStatements.class.getName());

    @Inject TimeLimits limits;

    /**
     * The rows, in the order of the query.
     *
     * @param making creates the query, inside the transaction
     * @throws ListTookTooLong after logging a line
     */
    <T> List<T> rows(Supplier<TypedQuery<T>> making, Parameters parameters, EntityManager em) {
        try {
            return limits.results(() -> parameters.bindTo(making.get()), em);
        } catch (StatementTookTooLong ended) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A list of {0} took longer than {1} (sociallink.db.statement-timeout)"
                            + " and was ended",
                    parameters.account().map(UUID::toString).orElse("all accounts"),
                    ended.limit());
            throw new ListTookTooLong(ended.limit());
        }
    }
}
