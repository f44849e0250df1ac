package com.xpkit.sociallink.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** When each account last had its turn. The times are in the database, so the order is the same on every node. */
@ApplicationScoped
public class AccountTurns {

    @PersistenceContext EntityManager em;

    /** Adds the account's missing rows. The account itself must be stored already. */
    void open(UUID account) {
        for (var deed : Deed.values()) {
            if (em.find(AccountTurn.class, new AccountTurn.Key(account, deed)) == null) {
                em.persist(new AccountTurn(account, deed));
            }
        }
        em.flush();
    }

    /** Puts the account after all others. */
    void take(UUID account, Deed deed, Instant now) {
        em.createQuery(
                        "update AccountTurn t set t.taken = :now"
                                + " where t.accountId = :account and t.deed = :deed")
                .setParameter("now", now)
                .setParameter("account", account)
                .setParameter("deed", deed.word())
                .executeUpdate();
    }

    /**
     * The accounts with jobs that are due, first the account whose turn is longest ago. The query costs one look into an
     * index for each account whose turn was earlier, regardless of how many jobs wait.
     *
     * @param full accounts to leave out
     * @param max how many accounts at most
     */
    List<UUID> next(Due due, Set<UUID> full, int max) {
        var query =
                em.createQuery(
                                "select t.accountId from AccountTurn t where t.deed = :deed"
                                        + (full.isEmpty() ? "" : " and t.accountId not in :full")
                                        + " and exists (select j.id from Job j"
                                        + " where j.accountId = t.accountId and j.waitsFor = :deed"
                                        + " and j.due <= :now and j.kind in :kinds)"
                                        + " order by t.taken",
                                UUID.class)
                        .setParameter("deed", due.deed().word())
                        .setParameter("now", due.now())
                        .setParameter("kinds", due.kinds())
                        .setMaxResults(max);
        if (!full.isEmpty()) {
            query.setParameter("full", full);
        }
        return query.getResultList();
    }
}
