package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.change.Change;
import com.xpkit.sociallink.kernel.change.Changes;
import com.xpkit.sociallink.platform.error.Conflict;
import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.storage.ConstraintViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keeps one content for each file name of the whole service. A name belongs to the first account that uses it. Other
 * accounts may serve the same content, but can neither change it nor keep the owner from changing it ({@code
 * docs/adr/0034}).
 */
@ApplicationScoped
public class SharedFiles {

    @Inject VerificationFiles files;

    @Inject FileSettings settings;

    @Inject Changes changes;

    @Inject Clock clock;

    /**
     * @throws InvalidFields when the name is reserved
     * @throws Conflict when another account, or another configuration of this account, uses the name with other content
     */
    void keep(VerificationFile wanted, Configuration configuration) {
        refuseReserved(wanted.name(), configuration);
        var present = files.lock(wanted.name());
        if (present.isEmpty()) {
            add(wanted.ownedBy(configuration.account()));
        } else if (!present.get().contents().equals(wanted.contents())) {
            rewrite(present.get(), wanted.contents(), configuration);
        }
    }

    /** A name that the configuration already uses stays, even if it has been reserved since. */
    private void refuseReserved(String name, Configuration configuration) {
        if (settings.isReserved(name) && !configuration.authFileName().equals(Optional.of(name))) {
            throw new InvalidFields(
                    Map.of("auth_file_name", "is reserved (" + FileSettings.RESERVED + ")"));
        }
    }

    /** Other accounts lose the file, because the content that they asked for is no longer served. */
    private void rewrite(VerificationFile file, String contents, Configuration configuration) {
        var account = configuration.account();
        var others = files.othersWith(file.name(), configuration);
        if (!file.isOf(account) || others.stream().anyMatch(c -> c.account().equals(account))) {
            throw taken();
        }
        file.rewrite(contents);
        others.forEach(this::loseFile);
    }

    /** The account did not ask for this change, so the service is the actor. */
    private void loseFile(Configuration other) {
        other.loseFile(clock.instant());
        changes.tell(
                Change.of(Actor.SERVICE, Change.Action.UPDATED, Change.Kind.CONFIGURATION, other));
    }

    private void add(VerificationFile wanted) {
        try {
            files.add(wanted);
        } catch (PersistenceException refused) {
            if (ConstraintViolations.isViolation(refused)) {
                throw taken();
            }
            throw refused;
        }
    }

    private static Conflict taken() {
        return new Conflict(
                "auth_file_name",
                "is served with other contents by another configuration; its contents are for the account"
                        + " to change that had it first");
    }

    /**
     * Every transaction locks files before the rows that use them, and in the same order; otherwise two could deadlock.
     */
    void hold(Stream<String> names) {
        names.distinct().sorted().forEach(files::lock);
    }

    /**
     * Called when the configuration no longer serves the file: the name passes to another configuration, and the last
     * one to leave deletes the file.
     */
    void leave(String name, Configuration configuration) {
        files.lock(name)
                .ifPresent(
                        file -> {
                            var others = files.othersWith(name, configuration);
                            if (others.isEmpty()) {
                                files.remove(file);
                            } else {
                                passOn(file, configuration.account(), others);
                            }
                        });
    }

    /**
     * The name stays with the account while it uses the name; otherwise it passes to the account of the oldest
     * configuration.
     */
    private static void passOn(VerificationFile file, UUID owner, List<Configuration> others) {
        if (file.isOf(owner) && others.stream().noneMatch(c -> c.account().equals(owner))) {
            file.ownedBy(others.get(0).account());
        }
    }

    /** The content of the configuration's file; empty when it has none. */
    String contents(Configuration configuration) {
        return configuration
                .authFileName()
                .flatMap(files::find)
                .map(VerificationFile::contents)
                .orElse("");
    }
}
