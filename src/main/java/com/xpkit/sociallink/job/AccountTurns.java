package com.xpkit.sociallink.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** When each account last had its turn. The database remembers it, so the order is the same on every node. */
@ApplicationScoped
public class AccountTurns {

    @PersistenceContext EntityManager em;

    /** Adds what is missing; the account's own row is there already. */
    void open(UUID account) {
        for (var deed : Deed.values()) {
            if (em.find(AccountTurn.class, new AccountTurn.Key(account, deed)) == null) {
                em.persist(new AccountTurn(account, deed));
            }
        }
        em.flush();
    }

    /** All other accounts come before this one now. */
    void take(UUID account, Deed deed, Instant now) {
        em.createQuery(
                        "update AccountTurn t set t.taken = :now"
                                + " where t.accountId = :account and t.deed = :deed")
                .setParameter("now", now)
                .setParameter("account", account.toString())
                .setParameter("deed", deed.word())
                .executeUpdate();
    }

    /**
     * Accounts with jobs that are due, those first whose turn is longest ago. It costs a look into an index for each
     * account that had its turn earlier, however many jobs wait.
     *
     * @param full accounts that are left out
     */
    List<UUID> next(Due due, Set<UUID> full, int most) {
        var query =
                em.createQuery(
                                "select t.accountId from AccountTurn t where t.deed = :deed"
                                        + (full.isEmpty() ? "" : " and t.accountId not in :full")
                                        + " and exists (select j.id from Job j"
                                        + " where j.accountId = t.accountId and j.waitsFor = :deed"
                                        + " and j.due <= :now and j.kind in :kinds)"
                                        + " order by t.taken",
                                String.class)
                        .setParameter("deed", due.deed().word())
                        .setParameter("now", due.now())
                        .setParameter("kinds", due.kinds())
                        .setMaxResults(most);
        if (!full.isEmpty()) {
            query.setParameter("full", full.stream().map(UUID::toString).toList());
        }
        return query.getResultStream().map(UUID::fromString).toList();
    }
}
