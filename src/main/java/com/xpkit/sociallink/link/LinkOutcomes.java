package com.xpkit.sociallink.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The outcomes of recent flows. */
@ApplicationScoped
public class LinkOutcomes {

    @PersistenceContext EntityManager em;

    /** All outcomes of some flows, each of which has a few codes. One statement, by the primary key. */
    @Transactional
    public List<LinkOutcome> find(Collection<String> states) {
        return em.createQuery(
                        "select o from LinkOutcome o where o.state in :states", LinkOutcome.class)
                .setParameter("states", states)
                .getResultList();
    }

    /** Runs in the caller's transaction, and flushes everything that the transaction has written. */
    void add(LinkOutcome outcome) {
        em.persist(outcome);
        em.flush();
    }

    /** As {@link #add}, with one flush. */
    void addAll(List<LinkOutcome> several) {
        several.forEach(em::persist);
        em.flush();
    }

    /**
     * Runs in the caller's transaction.
     *
     * @return whether the code has a row that no other callback's exchange is using
     */
    boolean setExchanging(FlowCode code, Instant now, Instant until) {
        return ofCode(
                                "update LinkOutcome o set o.exchangingUntil = :until",
                                code,
                                " and (o.exchangingUntil is null or o.exchangingUntil < :now)")
                        .setParameter("until", until)
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /** Runs in the caller's transaction. */
    void endExchange(FlowCode code) {
        ofCode("update LinkOutcome o set o.exchangingUntil = null", code, "").executeUpdate();
    }

    /** Also ends the exchange. Runs in the caller's transaction. */
    void setError(FlowCode code, LinkError error) {
        ofCode("update LinkOutcome o set o.exchangingUntil = null, o.errorCode = :error", code, "")
                .setParameter("error", error.code())
                .executeUpdate();
    }

    private Query ofCode(String change, FlowCode code, String condition) {
        return em.createQuery(change + " where o.state = :state and o.code = :code" + condition)
                .setParameter("state", code.flow().state())
                .setParameter("code", code.hash());
    }

    /** Deletes expired outcomes and returns their number. */
    @Transactional
    public int forgetExpired(Instant now) {
        return em.createQuery("delete from LinkOutcome o where o.expires < :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
