package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.api.Conflict;
import com.xpkit.sociallink.storage.ConstraintViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

/**
 * Keeps one contents for each file name of the whole service: two accounts may use the same file, but
 * neither may change what the other serves.
 */
@ApplicationScoped
public class FileKeeping {

    @Inject VerificationFiles files;

    /**
     * @throws Conflict when another configuration serves other contents by that name
     */
    void keep(VerificationFile wanted, Configuration configuration) {
        var present = files.lock(wanted.name());
        if (present.isEmpty()) {
            add(wanted);
        } else if (!present.get().contents().equals(wanted.contents())) {
            if (files.isSharedBeyond(wanted.name(), configuration)) {
                throw taken();
            }
            present.get().rewrite(wanted.contents());
        }
    }

    private void add(VerificationFile wanted) {
        try {
            files.add(wanted);
        } catch (PersistenceException refused) {
            if (ConstraintViolations.isBehind(refused)) {
                throw taken();
            }
            throw refused;
        }
    }

    private static Conflict taken() {
        return new Conflict(
                "auth_file_name", "is served with other contents by another configuration");
    }

    /** For a configuration that goes: the file before the rows that use it, as everybody locks them. */
    void hold(String name) {
        files.lock(name);
    }

    /** Called when the configuration no longer serves the file; the last to leave drops it. */
    void dropIfUnused(String name, Configuration configuration) {
        var file = files.lock(name);
        if (!files.isSharedBeyond(name, configuration)) {
            file.ifPresent(files::remove);
        }
    }

    /** What the configuration's file holds; empty when it has none. */
    String contents(Configuration configuration) {
        return configuration
                .authFileName()
                .flatMap(files::find)
                .map(VerificationFile::contents)
                .orElse("");
    }
}
