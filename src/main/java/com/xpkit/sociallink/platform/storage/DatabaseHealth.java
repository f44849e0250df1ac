package com.xpkit.sociallink.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness: whether the database answers a query. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

    private volatile DataSource dataSource;

    /** Looked up here because WildFly asks early, and from threads that have no java:app. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object application)
            throws NamingException {
        dataSource = InitialContext.doLookup("java:app/env/jdbc/sociallink");
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(dataSource != null && answers())
                .build();
    }

    private boolean answers() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(2);
            return statement.execute("SELECT 1 FROM account WHERE 1 = 0");
        } catch (SQLException away) {
            return false;
        }
    }
}
