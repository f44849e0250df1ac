package com.xpkit.sociallink.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema to what this version needs; several nodes may try at once, Flyway locks. */
@ApplicationScoped
public class Migrations {

    @Resource(name = "java:app/env/jdbc/sociallink")
    DataSource dataSource;

    @Inject Database database;

    /**
     * A schema that a newer version has migrated further is left alone: nodes are upgraded one by one.
     *
     * @throws org.flywaydb.core.api.FlywayException when the database is out of reach, or a migration that
     *     it has seen was changed
     */
    public void migrate() {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .placeholders(Map.of("exact", exact(), "text", text()))
                .load()
                .migrate();
    }

    /** How a column compares byte by byte: OpenIDs differ by case alone. */
    private String exact() {
        return database.isH2() ? "" : "COLLATE \"C\"";
    }

    /** A column for text of any length. */
    private String text() {
        return database.isH2() ? "CHARACTER LARGE OBJECT" : "TEXT";
    }
}
