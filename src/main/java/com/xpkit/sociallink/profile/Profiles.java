package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.listing.Field;
import com.xpkit.sociallink.listing.Fields;
import com.xpkit.sociallink.listing.ListRequest;
import com.xpkit.sociallink.listing.Listing;
import com.xpkit.sociallink.listing.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All profiles of all accounts, and the keys by which they are found. */
@ApplicationScoped
public class Profiles {

    static final Fields FIELDS =
            Fields.of(
                    Field.array(
                            "wechat_openid",
                            "e.id",
                            "e.id in (select k.profile.id from ProfileKey k where k.accountId ="
                                    + " e.accountId and k.kind = 'wechat_openid' and k.value ="
                                    + " :value)"));

    private static final Listing<Profile> LISTING = new Listing<>(Profile.class);

    @PersistenceContext EntityManager em;

    Optional<Profile> find(UUID id) {
        return Optional.ofNullable(em.find(Profile.class, id.toString()));
    }

    Page<Profile> page(UUID account, ListRequest request) {
        return LISTING.page(em, Optional.of(account), request);
    }

    /** The keys that this OpenID or this unionid stands in, with their profiles: one statement. */
    List<ProfileKey> keysOf(UUID account, LinkedVisitor visitor) {
        var openid = "k.kind = 'wechat_openid' and k.value = :openid";
        var query =
                em.createQuery(
                                "select k from ProfileKey k join fetch k.profile"
                                        + " where k.accountId = :account and "
                                        + (visitor.unionid().isPresent()
                                                ? "(" + openid + " or k.unionid = :unionid)"
                                                : openid),
                                ProfileKey.class)
                        .setParameter("account", account.toString())
                        .setParameter("openid", visitor.openid());
        visitor.unionid().ifPresent(unionid -> query.setParameter("unionid", unionid));
        return query.getResultList();
    }

    void add(Profile profile) {
        em.persist(profile);
    }

    void add(ProfileKey key) {
        em.persist(key);
    }

    boolean isAnyIn(UUID account) {
        return !em.createQuery(
                        "select p.id from Profile p where p.accountId = :account", String.class)
                .setParameter("account", account.toString())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    void removeAllOf(UUID account) {
        for (var entity : List.of("ProfileKey", "Profile")) {
            em.createQuery("delete from " + entity + " e where e.accountId = :account")
                    .setParameter("account", account.toString())
                    .executeUpdate();
        }
    }
}
