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

    void remove(Account account) {
        em.remove(account);
        em.flush();
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
