package com.xpkit.sociallink.platform.storage;

import com.xpkit.sociallink.platform.h2.ForcedFiles;
import com.xpkit.sociallink.platform.h2.H2Address;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is, and who logs in there.
 *
 * @param url of JDBC
 * @param user blank if the URL names the user
 * @param password blank if there is none, or if it is in the URL
 */
public record DatabaseAddress(String url, String user, String password) {

    /** What a database cannot be read with when its files must stay as they are, or what is set for that. */
    private static final Set<String> OF_WRITING =
            Set.of(
                    "ACCESS_MODE_DATA",
                    "AUTO_COMPACT_FILL_RATE",
                    "AUTO_SERVER",
                    "IFEXISTS",
                    "LAZY_QUERY_EXECUTION",
                    "MAX_COMPACT_TIME",
                    "REUSE_SPACE",
                    "WRITE_DELAY");

    /** What each address must begin with, as text for a message. */
    public static String prefixes() {
        return DatabaseProduct.prefixes();
    }

    public boolean isSupported() {
        return DatabaseProduct.of(url).isPresent();
    }

    /** Whether it is an H2 database without a file on this machine: in memory, or on an H2 server. */
    public boolean isH2WithoutFile() {
        return product() == DatabaseProduct.H2 && new Database(url).directory().isEmpty();
    }

    /** The URL without its options, which may contain a password. */
    public String name() {
        return url.replaceFirst("[;?].*$", "").replaceFirst("//[^/]*@", "//");
    }

    DatabaseProduct product() {
        return DatabaseProduct.of(url)
                .orElseThrow(() -> new IllegalStateException("The database is an unknown one."));
    }

    /**
     * The same database, opened so that its files do not change. H2 would otherwise keep the whole result of a query in
     * memory, because it writes no temporary file for a database that it only reads.
     */
    DatabaseAddress forReading() {
        if (product() != DatabaseProduct.H2) {
            return this;
        }
        var kept =
                Stream.of(url.split(";"))
                        .filter(part -> !OF_WRITING.contains(option(part)))
                        .collect(Collectors.joining(";"));
        return new DatabaseAddress(
                new H2Address(kept).unforced()
                        + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=1",
                user,
                password);
    }

    private static String option(String part) {
        return part.replaceFirst("=.*$", "").trim().toUpperCase(Locale.ROOT);
    }

    /**
     * Its driver's own connections, without a pool. PostgreSQL's and MariaDB's drivers wait without end for a machine that has
     * vanished, unless the address sets time-outs: {@link TimeOuts} adds those that it does not name.
     */
    DataSource dataSource() throws SQLException {
        return switch (product()) {
            case H2 -> h2();
            case POSTGRESQL -> postgresql();
            case MARIADB -> mariadb();
        };
    }

    private DataSource h2() {
        ForcedFiles.register();
        var h2 = new JdbcDataSource();
        h2.setURL(new H2Address(url).forced());
        h2.setUser(user);
        h2.setPassword(password);
        return h2;
    }

    private PGSimpleDataSource postgresql() {
        var postgresql = new PGSimpleDataSource();
        postgresql.setURL(TimeOuts.ofPostgreSql(url));
        if (!user.isEmpty()) {
            postgresql.setUser(user);
        }
        if (!password.isEmpty()) {
            postgresql.setPassword(password);
        }
        return postgresql;
    }

    private DataSource mariadb() throws SQLException {
        var mariadb = new MariaDbDataSource(TimeOuts.ofMariaDb(url));
        if (!user.isEmpty()) {
            mariadb.setUser(user);
        }
        if (!password.isEmpty()) {
            mariadb.setPassword(password);
        }
        return mariadb;
    }

    /** Connections for large batches of inserts: PostgreSQL's driver otherwise sends a statement for each row. */
    DataSource dataSourceForBatches() throws SQLException {
        if (product() != DatabaseProduct.POSTGRESQL) {
            return dataSource();
        }
        var postgresql = postgresql();
        postgresql.setReWriteBatchedInserts(true);
        return postgresql;
    }

    @Override
    public String toString() {
        return name();
    }
}
