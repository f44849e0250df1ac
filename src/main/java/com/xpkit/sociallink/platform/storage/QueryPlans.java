package com.xpkit.sociallink.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** How the database plans queries. */
@ApplicationScoped
public class QueryPlans {

    @Inject Database database;

    /**
     * Plans each statement for its actual values, for the rest of the transaction. Otherwise PostgreSQL makes one
     * generic plan once a statement has run five times; for a filter that matches a quarter of a million profiles, that
     * plan reads and sorts all of them for each page. For a link, planning costs more than it saves, so this is not
     * done everywhere. Does nothing outside a transaction or on another database.
     */
    public void planForActualValues(EntityManager em) {
        if (database.product() == DatabaseProduct.POSTGRESQL && em.isJoinedToTransaction()) {
            em.createNativeQuery("SET LOCAL plan_cache_mode = force_custom_plan").executeUpdate();
        }
    }
}
