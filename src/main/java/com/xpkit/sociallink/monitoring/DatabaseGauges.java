package com.xpkit.sociallink.monitoring;

import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.storage.H2File;
import com.xpkit.sociallink.platform.storage.OpenConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Our connections in the server's pool, and the file of an H2 database. */
@ApplicationScoped
public class DatabaseGauges {

    static final String OPEN = "sociallink_database_connections_open";
    static final String IN_TRANSACTION = "sociallink_database_connections_in_transaction";
    static final String FILE = "sociallink_database_file_bytes";

    private final OpenConnections connections = OpenConnections.ofSettings();

    @Inject Metrics metrics;

    @Inject H2File file;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        metrics.gauge(
                OPEN,
                "Connections that the server's pool has open.",
                () -> number(connections.open()));
        metrics.gauge(
                IN_TRANSACTION,
                "Those of them within a transaction.",
                () -> number(connections.inTransaction()));
        metrics.gauge(
                FILE,
                "The size of the H2 file.",
                () -> file.size().stream().asDoubleStream().findFirst());
    }

    private static OptionalDouble number(OptionalInt count) {
        return count.stream().asDoubleStream().findFirst();
    }
}
