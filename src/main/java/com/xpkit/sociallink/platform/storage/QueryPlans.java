package com.xpkit.sociallink.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** How the database goes about what it is asked. */
@ApplicationScoped
public class QueryPlans {

    @Inject Database database;

    /**
     * For the rest of the transaction, each statement is planned for its values. PostgreSQL else makes one plan
     * for any values, once a statement has come five times; for a filter that a quarter of a million profiles
     * match, that plan reads and sorts all of them for each page. Planning costs a link more than it gives,
     * so it is not so everywhere. Does nothing outside of a transaction, or on another database.
     */
    public void eachForItsValues(EntityManager em) {
        if (database.product() == DatabaseProduct.POSTGRESQL && em.isJoinedToTransaction()) {
            em.createNativeQuery("SET LOCAL plan_cache_mode = force_custom_plan").executeUpdate();
        }
    }
}
