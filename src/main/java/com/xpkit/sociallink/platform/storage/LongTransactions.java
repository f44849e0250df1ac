package com.xpkit.sociallink.platform.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Transactions that may take hours. They are outside of JTA, and on connections of their own: neither the server's pool nor
 * a time limit of the database or of its address ends them.
 */
@ApplicationScoped
public class LongTransactions {

    /** What a transaction does. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    @Resource(lookup = "java:app/env/jdbc/sociallink")
    DataSource dataSource;

    @Inject DatabaseSettings settings;

    /**
     * A transaction that reads another database as it is now, and can change nothing of it.
     *
     * @return the connection, which the caller closes
     * @throws SQLException also when there is no such database; nothing is created
     */
    public Connection reading(DatabaseAddress other) throws SQLException {
        var isolation = Connection.TRANSACTION_REPEATABLE_READ;
        var connection = other.forReading().dataSource().getConnection();
        try {
            connection.setReadOnly(true);
            return begun(connection, isolation, other.product());
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    /** Writes to the service's own database: everything, or nothing if the work throws. */
    public <T> T write(Work<T> writing) throws SQLException {
        try (var connection = isPooled() ? dataSource.getConnection() : unpooled()) {
            connection.setAutoCommit(false);
            var result = write(connection, writing);
            connection.setAutoCommit(true);
            return result;
        }
    }

    /**
     * Only the server knows how to reach a data source of its own, and only the engine that has opened an H2 file may use
     * it. That engine may be in another class loader.
     */
    private boolean isPooled() {
        return settings.isOfTheServer() || settings.product() == DatabaseProduct.H2;
    }

    /** Without a snapshot, so that it also sees what others commit in the meantime. */
    private Connection unpooled() throws SQLException {
        var isolation = Connection.TRANSACTION_READ_COMMITTED;
        var connection = settings.address().dataSourceForBatches().getConnection();
        try {
            return begun(connection, isolation, settings.product());
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    private static Connection begun(Connection connection, int isolation, DatabaseProduct product)
            throws SQLException {
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(false);
        var settings = product.forLongTransactions();
        if (settings.isPresent()) {
            // also lifts the socketTimeout of the address
            connection.setNetworkTimeout(Runnable::run, 0);
            try (var statement = connection.createStatement()) {
                statement.execute(settings.get());
            }
        }
        return connection;
    }

    private static <T> T write(Connection connection, Work<T> writing) throws SQLException {
        try {
            var result = writing.in(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error failed) {
            rollBack(connection, failed);
            throw failed;
        }
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException lost) {
            // the database rolls back when the connection is gone
            reason.addSuppressed(lost);
        }
    }
}
