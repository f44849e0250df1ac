package com.xpkit.sociallink.platform.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the schema up to the version that this release needs. Several nodes may try at once: Flyway locks. It does not
 * on H2, whose files belong to one process.
 */
@ApplicationScoped
public class Migrations {

    @Resource(lookup = "java:app/env/jdbc/sociallink")
    DataSource dataSource;

    @Inject Database database;

    /**
     * A schema that a newer release has migrated further is left alone, because nodes are upgraded one by one. The socket
     * timeout of the address does not apply: a statement may rewrite a large table, or wait while another node migrates.
     *
     * @throws org.flywaydb.core.api.FlywayException when the database is out of reach, or a migration that has already
     *     run was changed
     */
    public void migrate() {
        var flyway = scripts(dataSource, database.product()).load();
        Patience.during(Patience.WITHOUT_END, flyway::migrate);
    }

    static FluentConfiguration scripts(DataSource dataSource, DatabaseProduct product) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .placeholders(product.placeholders());
    }
}
