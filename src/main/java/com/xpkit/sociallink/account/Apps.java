package com.xpkit.sociallink.account;

import com.xpkit.sociallink.kernel.Scope;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All apps of all accounts. */
@ApplicationScoped
public class Apps {

    static final Fields FIELDS =
            Fields.of(
                    Field.text("name", "e.name"),
                    Field.uuid("client_id", "e.id"),
                    Field.words(
                            "scopes",
                            "e.scopes",
                            Scope.OF_APPS.stream()
                                    .map(Scope::word)
                                    .collect(Collectors.toUnmodifiableSet())));

    @PersistenceContext EntityManager em;

    @Inject Lists lists;

    public Optional<App> find(UUID id) {
        return Optional.ofNullable(em.find(App.class, id));
    }

    long count(UUID account) {
        return em.createQuery(
                        "select count(a.id) from App a where a.accountId = :account", Long.class)
                .setParameter("account", account)
                .getSingleResult();
    }

    void add(App app) {
        em.persist(app);
        em.flush();
    }

    void remove(App app) {
        em.remove(app);
        em.flush();
    }

    /** Returns the ids of the removed apps. */
    List<UUID> removeAllOf(UUID account) {
        var ids =
                em.createQuery("select a.id from App a where a.accountId = :account", UUID.class)
                        .setParameter("account", account)
                        .getResultStream()
                        .toList();
        em.createQuery("delete from App a where a.accountId = :account")
                .setParameter("account", account)
                .executeUpdate();
        return ids;
    }

    void flush() {
        em.flush();
    }

    Page<App> page(UUID account, ListRequest request) {
        return lists.page(Rows.of(account, App.class), request);
    }
}
