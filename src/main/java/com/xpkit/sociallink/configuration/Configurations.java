package com.xpkit.sociallink.configuration;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All configurations of all accounts, with their domains. */
@ApplicationScoped
public class Configurations {

    static final Fields FIELDS =
            Fields.of(
                    Field.text("name", "e.name"),
                    Field.text("type", "e.type"),
                    Field.elements(
                            "domain",
                            "e.domain",
                            "({e.domain} or exists (select d.domain from ServedDomain d where"
                                    + " d.configurationId = e.id and {d.domain}))"),
                    Field.text("app_id", "e.appId"),
                    Field.text("auth_file_name", "coalesce(e.authFileName, '')"),
                    Field.text(
                            "auth_file_contents",
                            "(select coalesce(min(f.contents), '') from VerificationFile f where"
                                    + " f.name = e.authFileName)"),
                    Field.text("experience_id", "coalesce(e.experienceId, '')"));

    @PersistenceContext EntityManager em;

    @Inject Lists lists;

    Optional<Configuration> find(UUID id) {
        return Optional.ofNullable(em.find(Configuration.class, id));
    }

    /**
     * Runs in a transaction, because there EclipseLink does not wait for an unreachable database while a visitor waits.
     */
    @Transactional
    List<Configuration> of(UUID account) {
        return em.createQuery(
                        "select c from Configuration c where c.accountId = :account",
                        Configuration.class)
                .setParameter("account", account)
                .getResultList();
    }

    Page<Configuration> page(UUID account, ListRequest request) {
        return lists.page(Rows.of(account, Configuration.class), request);
    }

    long count(UUID account) {
        return count("select count(c.id) from Configuration c", "c", account);
    }

    /** The number of domains of all configurations of the account. */
    long countDomains(UUID account) {
        return count("select count(d.domain) from ServedDomain d", "d", account);
    }

    private long count(String select, String row, UUID account) {
        return em.createQuery(select + " where " + row + ".accountId = :account", Long.class)
                .setParameter("account", account)
                .getSingleResult();
    }

    void add(Configuration configuration) {
        em.persist(configuration);
        em.flush();
    }

    /** The configuration that already serves the domain in this account, other than this one. */
    Optional<UUID> servedByAnother(Configuration configuration, String domain) {
        return em.createQuery(
                        "select d.configurationId from ServedDomain d where d.accountId = :account"
                                + " and d.domain = :domain and d.configurationId <> :id",
                        UUID.class)
                .setParameter("account", configuration.account())
                .setParameter("domain", domain)
                .setParameter("id", configuration.id())
                .getResultStream()
                .findFirst();
    }

    void serve(Configuration configuration, List<String> domains) {
        em.flush();
        // deleting nothing locks a gap on MariaDB: two new configurations would wait for each other
        if (isServing(configuration)) {
            forgetDomains(configuration);
        }
        domains.forEach(domain -> em.persist(new ServedDomain(configuration, domain)));
        em.flush();
    }

    private boolean isServing(Configuration configuration) {
        return !em.createQuery(
                        "select d.domain from ServedDomain d where d.configurationId = :id",
                        String.class)
                .setParameter("id", configuration.id())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private void forgetDomains(Configuration configuration) {
        em.createQuery("delete from ServedDomain d where d.configurationId = :id")
                .setParameter("id", configuration.id())
                .executeUpdate();
    }

    void remove(Configuration configuration) {
        forgetDomains(configuration);
        em.remove(configuration);
        em.flush();
    }
}
