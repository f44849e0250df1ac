package com.xpkit.sociallink.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** All verification files, by name; configurations of any account may share one. */
@ApplicationScoped
public class VerificationFiles {

    @PersistenceContext EntityManager em;

    Optional<VerificationFile> find(String name) {
        return Optional.ofNullable(em.find(VerificationFile.class, name));
    }

    /** Nobody else adds, changes or drops the file until the transaction ends. */
    Optional<VerificationFile> lock(String name) {
        return Optional.ofNullable(
                em.find(VerificationFile.class, name, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(VerificationFile file) {
        em.persist(file);
        em.flush();
    }

    /** Whether a configuration other than this one uses the file. */
    boolean isSharedBeyond(String name, Configuration configuration) {
        return em.createQuery(
                                "select count(c) from Configuration c"
                                        + " where c.authFileName = :name and c.id <> :id",
                                Long.class)
                        .setParameter("name", name)
                        .setParameter("id", configuration.id().toString())
                        .getSingleResult()
                > 0;
    }

    void remove(VerificationFile file) {
        em.remove(file);
        em.flush();
    }
}
