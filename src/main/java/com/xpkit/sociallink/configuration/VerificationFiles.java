package com.xpkit.sociallink.configuration;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All verification files, by name; configurations of any account may share a file. */
@ApplicationScoped
public class VerificationFiles {

    @PersistenceContext EntityManager em;

    Optional<VerificationFile> find(String name) {
        return Optional.ofNullable(em.find(VerificationFile.class, name));
    }

    /** The contents of the files of several configurations, by file name, in one statement. */
    Map<String, String> contentsOf(List<Configuration> configurations) {
        var names = configurations.stream().flatMap(c -> c.authFileName().stream()).distinct();
        return contents(names.toList());
    }

    private Map<String, String> contents(List<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select f from VerificationFile f where f.name in :names",
                        VerificationFile.class)
                .setParameter("names", names)
                .getResultStream()
                .collect(toMap(VerificationFile::name, VerificationFile::contents));
    }

    /**
     * Locks the file until the transaction ends. It reads before it locks: if there is no file, MariaDB would lock the
     * gap, and two transactions that add files would wait for each other.
     */
    Optional<VerificationFile> lock(String name) {
        return isThere(name)
                ? Optional.ofNullable(
                        em.find(VerificationFile.class, name, LockModeType.PESSIMISTIC_WRITE))
                : Optional.empty();
    }

    private boolean isThere(String name) {
        return !em.createQuery(
                        "select f.name from VerificationFile f where f.name = :name", String.class)
                .setParameter("name", name)
                .getResultList()
                .isEmpty();
    }

    void add(VerificationFile file) {
        em.persist(file);
        em.flush();
    }

    /**
     * The configurations other than this one that use the file, oldest first. The caller has locked the file. At
     * repeatable read, only a locking read sees configurations that began to use it after this transaction's first
     * read.
     */
    List<Configuration> othersWith(String name, Configuration configuration) {
        return em.createQuery(
                        "select c from Configuration c"
                                + " where c.authFileName = :name and c.id <> :id"
                                + " order by c.created, c.id",
                        Configuration.class)
                .setParameter("name", name)
                .setParameter("id", configuration.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    void remove(VerificationFile file) {
        em.remove(file);
        em.flush();
    }
}
