package com.xpkit.sociallink.account;

import com.xpkit.sociallink.kernel.AccountDirectory;
import com.xpkit.sociallink.platform.listing.Field;
import com.xpkit.sociallink.platform.listing.Fields;
import com.xpkit.sociallink.platform.listing.ListRequest;
import com.xpkit.sociallink.platform.listing.Lists;
import com.xpkit.sociallink.platform.listing.Page;
import com.xpkit.sociallink.platform.listing.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All accounts. */
@ApplicationScoped
public class Accounts implements AccountDirectory {

    static final Fields FIELDS = Fields.of(Field.text("name", "e.name"));

    @PersistenceContext EntityManager em;

    @Inject Lists lists;

    Optional<Account> find(UUID id) {
        return Optional.ofNullable(em.find(Account.class, id));
    }

    void add(Account account) {
        em.persist(account);
        em.flush();
    }

    /** Notes that the account was deleted, so that late rows of it are deleted too. */
    void remove(Account account, Instant now) {
        em.remove(account);
        em.persist(new DeletedAccount(account.id(), now));
        em.flush();
    }

    /** The accounts that were deleted recently. */
    @Transactional
    public List<UUID> deleted() {
        return em.createQuery("select d.id from DeletedAccount d", UUID.class).getResultList();
    }

    /** Returns how many accounts it forgot. */
    @Transactional
    public int forgetDeletedBefore(Instant then) {
        return em.createQuery("delete from DeletedAccount d where d.deleted < :then")
                .setParameter("then", then)
                .executeUpdate();
    }

    void flush() {
        em.flush();
    }

    Page<Account> page(ListRequest request) {
        return lists.page(Rows.all(Account.class), request);
    }

    /**
     * Runs in a transaction, because there EclipseLink does not wait for an unreachable database while a visitor waits.
     */
    @Override
    @Transactional
    public boolean knows(UUID account) {
        return find(account).isPresent();
    }
}
