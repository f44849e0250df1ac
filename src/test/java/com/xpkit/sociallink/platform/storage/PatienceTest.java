package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.MovableClock;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The socket timeout that a driver is told, in milliseconds. */
class PatienceTest {

    private static final String URL = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private static final int OWN = 10_000;

    private final List<Integer> told = new ArrayList<>();
    private int own = OWN;
    private boolean isDeaf;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection =
                ReconnectingConnection.from(
                        this::driver, new MovableClock(), TransactionTurns.FREE);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void isTheConnectionsOwnUnlessWorkTakesLonger() throws SQLException {
        ask();
        ask();

        assertThat(told).isEmpty();
    }

    @Test
    void isLongerForTheWorkAlone() throws SQLException {
        Patience.during(
                Duration.ofMinutes(1),
                () -> {
                    ask();
                    ask();
                });
        ask();

        assertThat(told).containsExactly(60_000, OWN);
    }

    @Test
    void isNeverShorterThanTheConnectionsOwn() throws SQLException {
        Patience.during(Duration.ofSeconds(1), this::ask);

        assertThat(told).containsExactly(OWN);
    }

    @Test
    void isWithoutEndWhereOneOfThemIs() throws SQLException {
        Patience.during(Patience.WITHOUT_END, this::ask);
        assertThat(told).containsExactly(0);

        own = 0;
        try (var other =
                ReconnectingConnection.from(
                        this::driver, new MovableClock(), TransactionTurns.FREE)) {
            Patience.during(Patience.LONG, () -> ask(other));
        }
        assertThat(told).containsExactly(0, 0);
    }

    @Test
    void goesBackToThatOfTheWorkAround() throws SQLException {
        Patience.during(
                Duration.ofMinutes(2),
                () -> {
                    Patience.during(Duration.ofMinutes(1), this::ask);
                    ask();
                });
        ask();

        assertThat(told).containsExactly(60_000, 120_000, OWN);
    }

    @Test
    void endsWithWorkThatFails() throws SQLException {
        var failure = new IllegalStateException("failed");

        assertThatThrownBy(
                        () ->
                                Patience.during(
                                        Patience.LONG,
                                        () -> {
                                            ask();
                                            throw failure;
                                        }))
                .isSameAs(failure);
        ask();

        assertThat(told).containsExactly(3_600_000, OWN);
        assertThat(Patience.current()).isEmpty();
    }

    @Test
    void isTheOwnOfAServersConnectionThatTakesNoTimeout() throws SQLException {
        isDeaf = true;

        Patience.during(Patience.LONG, this::ask);
        ask();

        assertThat(told).isEmpty();
    }

    private void ask() {
        ask(connection);
    }

    private static void ask(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** H2 has no socket, so this remembers its timeout. */
    private Connection driver() throws SQLException {
        var h2 = DriverManager.getConnection(URL);
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getNetworkTimeout" -> own;
                                    case "setNetworkTimeout" -> {
                                        if (isDeaf) {
                                            throw new UnsupportedOperationException();
                                        }
                                        told.add((Integer) arguments[1]);
                                        yield null;
                                    }
                                    default -> ReconnectingConnection.on(h2, method, arguments);
                                });
    }
}
