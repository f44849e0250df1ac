package com.xpkit.sociallink.access;

import com.xpkit.sociallink.listing.Field;
import com.xpkit.sociallink.listing.Fields;
import com.xpkit.sociallink.listing.ListRequest;
import com.xpkit.sociallink.listing.Listing;
import com.xpkit.sociallink.listing.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** All apps of all accounts. */
@ApplicationScoped
public class Apps {

    static final Fields FIELDS =
            Fields.of(
                    Field.text("name", "e.name"),
                    Field.text("client_id", "e.id"),
                    Field.array(
                            "scopes",
                            "e.scopes",
                            "locate(concat(' ', concat(:value, ' ')),"
                                    + " concat(' ', concat(e.scopes, ' '))) > 0"));

    private static final Listing<App> LISTING = new Listing<>(App.class);

    @PersistenceContext EntityManager em;

    public Optional<App> find(UUID id) {
        return Optional.ofNullable(em.find(App.class, id.toString()));
    }

    void add(App app) {
        em.persist(app);
        em.flush();
    }

    void remove(App app) {
        em.remove(app);
        em.flush();
    }

    void removeAllOf(UUID account) {
        em.createQuery("delete from App a where a.accountId = :account")
                .setParameter("account", account.toString())
                .executeUpdate();
    }

    void flush() {
        em.flush();
    }

    Page<App> page(UUID account, ListRequest request) {
        return LISTING.page(em, Optional.of(account), request);
    }
}
