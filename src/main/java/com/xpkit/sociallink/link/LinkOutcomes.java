package com.xpkit.sociallink.link;

import com.xpkit.sociallink.platform.storage.NewRows;
import com.xpkit.sociallink.platform.storage.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The outcomes of recent flows. */
@ApplicationScoped
public class LinkOutcomes {

    static final int BATCH = 10_000;

    @PersistenceContext EntityManager em;

    @Inject NewRows rows;

    /** All outcomes of some flows, each of which has a few codes. One statement, by the primary key. */
    @Transactional
    public List<LinkOutcome> find(Collection<String> states) {
        return em.createQuery(
                        "select o from LinkOutcome o where o.state in :states", LinkOutcome.class)
                .setParameter("states", stored(states))
                .getResultList();
    }

    /** Leaves out what a browser has invented: MariaDB takes no UUID of an unknown kind. */
    private static List<UUID> stored(Collection<String> states) {
        return states.stream()
                .map(LinkOutcome::stateOf)
                .filter(state -> state.version() == 7 && state.variant() == 2)
                .toList();
    }

    /** Runs in the caller's transaction, and flushes everything that the transaction has written. */
    void add(LinkOutcome outcome) {
        em.persist(outcome);
        em.flush();
    }

    /** As {@link #add}, after other new entities, which are inserted with it. */
    void add(List<Object> others, LinkOutcome outcome) {
        var all = new ArrayList<>(others);
        all.add(outcome);
        rows.insert(all, em);
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
                .setParameter("state", LinkOutcome.stateOf(code.flow()))
                .setParameter("code", code.hash());
    }

    /**
     * Deletes outcomes of flows that began before then, the oldest first, about {@code BATCH} at a time, so that no lock
     * is held for long. An attempt at a flow that began later than the flow counts by its own beginning.
     *
     * @return whether it deleted all of them
     */
    @Transactional
    public boolean forgetBefore(Instant then) {
        var end = TimeOrderedId.firstAt(then);
        var next = statesBefore(end).setFirstResult(BATCH).setMaxResults(1).getResultList();
        em.createQuery("delete from LinkOutcome o where o.state < :end")
                .setParameter("end", next.stream().findFirst().orElse(end))
                .executeUpdate();
        return next.isEmpty();
    }

    private TypedQuery<UUID> statesBefore(UUID end) {
        return em.createQuery(
                        "select o.state from LinkOutcome o where o.state < :end order by o.state",
                        UUID.class)
                .setParameter("end", end);
    }
}
