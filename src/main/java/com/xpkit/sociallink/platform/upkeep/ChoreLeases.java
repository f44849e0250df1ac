package com.xpkit.sociallink.platform.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The leases of all chores that only one node runs. */
@ApplicationScoped
public class ChoreLeases {

    @PersistenceContext EntityManager em;

    /**
     * Takes the lease. It is read before it is updated: on MariaDB an update that finds nothing locks a gap, and two
     * transactions that then insert into it are a deadlock.
     *
     * @param end the end of the lease, unless it is given back earlier
     * @return whether the chore was due and no other node was faster
     * @throws RuntimeException a conflict if another node was faster
     */
    @Transactional
    public boolean take(String chore, Instant now, Instant end) {
        var lease = Optional.ofNullable(em.find(ChoreLease.class, chore));
        if (lease.isEmpty()) {
            em.persist(new ChoreLease(chore, end));
            em.flush();
            return true;
        }
        return lease.get().isDue(now) && extend(chore, now, end);
    }

    private boolean extend(String chore, Instant now, Instant end) {
        return em.createQuery(
                                "update ChoreLease l set l.due = :until"
                                        + " where l.chore = :chore and l.due <= :now")
                        .setParameter("until", end)
                        .setParameter("chore", chore)
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /** Gives the lease back. Does nothing if it has ended and another node has the chore. */
    @Transactional
    public void giveBack(String chore, Instant end, Instant due) {
        em.createQuery(
                        "update ChoreLease l set l.due = :due"
                                + " where l.chore = :chore and l.due = :until")
                .setParameter("due", due)
                .setParameter("chore", chore)
                .setParameter("until", end)
                .executeUpdate();
    }
}
