package com.xpkit.sociallink.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The outcomes of recent flows. */
@ApplicationScoped
public class LinkOutcomes {

    @PersistenceContext EntityManager em;

    @Transactional
    public Optional<LinkOutcome> find(String state) {
        return Optional.ofNullable(em.find(LinkOutcome.class, state));
    }

    /** In the caller's transaction; all that it wrote goes to the database now. */
    void add(LinkOutcome outcome) {
        em.persist(outcome);
        em.flush();
    }

    /** How many were forgotten. */
    @Transactional
    public int forgetExpired(Instant now) {
        return em.createQuery("delete from LinkOutcome o where o.expires < :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
