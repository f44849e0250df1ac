package com.xpkit.sociallink.platform.schema;

import java.sql.SQLException;
import javax.sql.DataSource;

/** MariaDB as a Galera: several members that all take writes. */
final class Galera {

    private Galera() {}

    /**
     * Whether the database is a member of a Galera. Flyway asks the same question, and has no lock if it is.
     *
     * @throws IllegalStateException when the database is out of reach
     */
    static boolean is(DataSource mariaDb) {
        try (var connection = mariaDb.getConnection();
                var statement = connection.createStatement();
                // no rows where MariaDB was built without Galera
                var setting = statement.executeQuery("SHOW GLOBAL VARIABLES LIKE 'wsrep_on'")) {
            return setting.next() && setting.getString(2).equals("ON");
        } catch (SQLException away) {
            throw new IllegalStateException("The database is out of reach.", away);
        }
    }
}
