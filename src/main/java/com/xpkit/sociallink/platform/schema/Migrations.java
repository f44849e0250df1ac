package com.xpkit.sociallink.platform.schema;

import static java.lang.System.Logger.Level.ERROR;

import com.xpkit.sociallink.platform.storage.Database;
import com.xpkit.sociallink.platform.storage.DatabaseProduct;
import com.xpkit.sociallink.platform.storage.Patience;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the schema up to the version that this release needs. Several nodes may try at once: Flyway locks, except on
 * Galera, where the nodes take turns by a {@link MigrationLease}. It does not lock on H2 either, whose files belong to
 * one process.
 */
@ApplicationScoped
public class Migrations {

    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());

    /** Below every version; the question mark says that there is no such script. */
    private static final String BEFORE_THE_FIRST = "0?";

    @Resource(lookup = "java:app/env/jdbc/sociallink")
    DataSource dataSource;

    @Inject Database database;

    /**
     * A schema that a newer release has migrated further is left alone, because nodes are upgraded one by one. The socket
     * timeout of the address does not apply: a statement may rewrite a large table, or wait while another node migrates.
     *
     * @throws FlywayException when the database is out of reach, or a migration that has already run was changed
     * @throws MigratedHalfway when a migration failed on a database that cannot undo a part of it
     * @throws StillMigrating when another node takes longer than {@link MigrationTurns#PATIENCE}
     */
    public void migrate() {
        migrate(dataSource, database.product());
    }

    static void migrate(DataSource dataSource, DatabaseProduct product) {
        var isGalera = product == DatabaseProduct.MARIADB && Galera.is(dataSource);
        var scripts = scripts(isGalera ? GaleraConnections.of(dataSource) : dataSource, product);
        try {
            if (isGalera) {
                takeTurns(scripts, new MigrationLease(dataSource));
            } else {
                run(scripts.load());
            }
        } catch (FlywayException failed) {
            throw explained(failed, scripts.load());
        }
    }

    /** The scripts, for a database of this product. */
    public static FluentConfiguration scripts(DataSource dataSource, DatabaseProduct product) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .placeholders(product.placeholders());
    }

    /**
     * The history comes before the lease: Flyway refuses a schema that has tables but no history. It creates the history
     * without a lock, and looks again if another node was faster.
     */
    private static void takeTurns(FluentConfiguration scripts, MigrationLease lease) {
        var flyway = scripts.load();
        if (flyway.info().applied().length == 0) {
            withoutScripts(scripts).migrate();
        }
        new MigrationTurns(lease, new MigrationTurns.RealTime())
                .take(() -> isIncomplete(flyway), () -> run(flyway));
    }

    /** A member that changes a large table answers afterwards, or refuses after half a minute. */
    private static boolean isIncomplete(Flyway flyway) {
        return Patience.of(Duration.ofMinutes(1), () -> flyway.info().pending().length > 0);
    }

    private static void run(Flyway flyway) {
        Patience.during(Patience.WITHOUT_END, flyway::migrate);
    }

    private static Flyway withoutScripts(FluentConfiguration scripts) {
        return new FluentConfiguration(Migrations.class.getClassLoader())
                .configuration(scripts)
                .target(BEFORE_THE_FIRST)
                .load();
    }

    /** Logged in a separate line, because servers bury the message in stack traces. */
    private static RuntimeException explained(FlywayException failed, Flyway flyway) {
        var failedVersion = findFailedVersion(flyway);
        if (failedVersion.isEmpty()) {
            return failed;
        }
        var halfway = new MigratedHalfway(failedVersion.get(), failed);
        LOG.log(ERROR, halfway.getMessage());
        return halfway;
    }

    /** Empty also when the database is out of reach. */
    private static Optional<String> findFailedVersion(Flyway flyway) {
        try {
            return Stream.of(flyway.info().all())
                    .filter(each -> each.getState().isFailed())
                    .map(each -> each.getVersion().getVersion())
                    .findFirst();
        } catch (FlywayException away) {
            return Optional.empty();
        }
    }
}
