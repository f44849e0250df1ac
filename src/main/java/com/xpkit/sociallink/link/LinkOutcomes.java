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

    /** All that is known of some flows, of which each has a few codes: one statement, by the primary key. */
    @Transactional
    public List<LinkOutcome> find(Collection<String> states) {
        return em.createQuery(
                        "select o from LinkOutcome o where o.state in :states", LinkOutcome.class)
                .setParameter("states", states)
                .getResultList();
    }

    /** In the caller's transaction; all that it wrote goes to the database now. */
    void add(LinkOutcome outcome) {
        em.persist(outcome);
        em.flush();
    }

    /**
     * In the caller's transaction.
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

    /** In the caller's transaction. */
    void endExchange(FlowCode code) {
        ofCode("update LinkOutcome o set o.exchangingUntil = null", code, "").executeUpdate();
    }

    /** Also ends the exchange; in the caller's transaction. */
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

    /** How many were forgotten. */
    @Transactional
    public int forgetExpired(Instant now) {
        return em.createQuery("delete from LinkOutcome o where o.expires < :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
