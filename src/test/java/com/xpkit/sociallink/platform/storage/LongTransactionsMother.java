package com.xpkit.sociallink.platform.storage;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.platform.schema.Migrations;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;

/** Databases as the service prepares and uses them, without a server. */
public final class LongTransactionsMother {

    private LongTransactionsMother() {}

    /** That write to this database. */
    public static LongTransactions in(Database database) throws SQLException {
        var transactions = new LongTransactions();
        transactions.settings = settings(database);
        transactions.dataSource = SettingsDataSource.of(transactions.settings);
        return transactions;
    }

    /** With the newest schema. */
    public static Database migrated(Database database) throws SQLException {
        return migrated(database, MigrationVersion.LATEST);
    }

    /** With the schema of an older version. */
    public static Database migrated(Database database, String version) throws SQLException {
        return migrated(database, MigrationVersion.fromVersion(version));
    }

    private static Database migrated(Database database, MigrationVersion version)
            throws SQLException {
        var settings = settings(database);
        Migrations.scripts(SettingsDataSource.of(settings), settings.product())
                .target(version)
                .load()
                .migrate();
        return database;
    }

    private static DatabaseSettings settings(Database database) {
        return new DatabaseSettings(
                SettingsMother.with(
                        Map.of(
                                "sociallink.db.url", database.url(),
                                "sociallink.db.user", database.user(),
                                "sociallink.db.password", database.password())));
    }
}
