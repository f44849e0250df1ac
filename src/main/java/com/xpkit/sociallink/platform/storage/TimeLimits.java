package com.xpkit.sociallink.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Cancels a query that takes longer than {@code sociallink.db.statement-timeout}. PostgreSQL and MariaDB cancel it on
 * time, H2 after the next 4,096 rows of a table.
 */
@ApplicationScoped
@Transactional
public class TimeLimits {

    /** In milliseconds, for EclipseLink and Hibernate; both round up to JDBC's seconds. */
    private static final String HINT = "jakarta.persistence.query.timeout";

    /** The database cancels the statement first, over another connection. */
    private static final Duration FOR_THE_CANCELLATION = Duration.ofSeconds(5);

    @Inject Database database;

    @Inject StatementSettings settings;

    /**
     * The results of the query.
     *
     * @param making creates the query in the transaction of this bean. A query created earlier, outside a transaction,
     *     would run on another connection than the one whose limit is lifted
     * @throws StatementTookTooLong when it does not finish in time; the transaction is over then
     */
    public <T> List<T> results(Supplier<TypedQuery<T>> making, EntityManager em) {
        var query = making.get();
        query.setHint(HINT, (int) settings.timeout().toMillis());
        try {
            return Patience.of(settings.timeout().plus(FOR_THE_CANCELLATION), query::getResultList);
        } catch (RuntimeException failed) {
            throw ConstraintViolations.isTimedOut(failed)
                    ? new StatementTookTooLong(settings.timeout(), failed)
                    : failed;
        } finally {
            lift(em);
        }
    }

    /** H2 applies a statement's limit to its connection, which the pool then gives to statements that may take long. */
    private void lift(EntityManager em) {
        if (database.product() == DatabaseProduct.H2) {
            em.createNativeQuery("SET QUERY_TIMEOUT 0").executeUpdate();
        }
    }
}
