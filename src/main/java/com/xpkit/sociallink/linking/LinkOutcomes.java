package com.xpkit.sociallink.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The outcomes of recent flows. */
@ApplicationScoped
public class LinkOutcomes {

    @PersistenceContext EntityManager em;

    /**
     * The profiles of some flows, and what refused this code in them: one statement, by the primary key.
     *
     * @param codeHash as in {@link FlowCode}
     */
    @Transactional
    public List<LinkOutcome> find(Collection<String> states, String codeHash) {
        return em.createQuery(
                        "select o from LinkOutcome o where o.state in :states"
                                + " and o.refusedCode in :codes",
                        LinkOutcome.class)
                .setParameter("states", states)
                .setParameter("codes", List.of(LinkOutcome.NONE, codeHash))
                .getResultList();
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
