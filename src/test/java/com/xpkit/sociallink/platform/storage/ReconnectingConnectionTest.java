package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.MovableClock;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconnectingConnectionTest {

    private static final String URL = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private static final String INSERT = "INSERT INTO told VALUES (1)";

    private final MovableClock clock = new MovableClock();
    private final List<Connection> opened = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();

    private boolean isAway;
    private boolean isMute;
    private Connection reconnecting;

    @BeforeEach
    void open() throws SQLException {
        reconnecting = ReconnectingConnection.from(this::connection, clock, TransactionTurns.FREE);
        run("CREATE TABLE told (what INT)");
    }

    @AfterEach
    void drop() throws SQLException {
        reconnecting.close();
        try (var connection = DriverManager.getConnection(URL);
                var statement = connection.createStatement()) {
            statement.execute("DROP ALL OBJECTS");
        }
    }

    @Test
    void staysAsLongAsTheDatabaseKeepsIt() throws SQLException {
        run(INSERT);

        assertThat(inserted()).isEqualTo(1);
        assertThat(opened).hasSize(1);
    }

    @Test
    void beginsTheNextTransactionOnANewOne() throws SQLException {
        reconnecting.setAutoCommit(false);
        run(INSERT);
        reconnecting.commit();
        lose();

        run(INSERT);
        reconnecting.commit();

        assertThat(inserted()).isEqualTo(2);
        assertThat(opened).hasSize(2);
    }

    @Test
    void keepsWhatTheDatabaseSaysAtACommitUntilTheNextTransaction() throws SQLException {
        reconnecting.setAutoCommit(false);
        run(INSERT);
        lose();

        var refusal = catchThrowableOfType(SQLException.class, reconnecting::commit);
        assertThat(CommitRefusals.last()).containsSame(refusal);

        reconnecting.rollback();
        assertThat(CommitRefusals.last()).containsSame(refusal);
        run(INSERT);
        assertThat(CommitRefusals.last()).isEmpty();
    }

    @Test
    void goesOnWithoutATransactionOnANewOne() throws SQLException {
        run(INSERT);
        lose();

        assertThat(inserted()).isEqualTo(1);
    }

    @Test
    void neverContinuesATransactionOnAnother() throws SQLException {
        reconnecting.setAutoCommit(false);
        run(INSERT);
        lose();

        assertThatThrownBy(() -> run(INSERT)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> reconnecting.getMetaData().getURL())
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(reconnecting::commit).isInstanceOf(SQLException.class);
        assertThat(opened).hasSize(1);
        assertThat(inserted()).isZero();
    }

    @Test
    void doesNotTakeAnEndOfTheTransactionByAutoCommitForACommit() throws SQLException {
        reconnecting.setAutoCommit(false);
        run(INSERT);
        lose();

        assertThatThrownBy(() -> reconnecting.setAutoCommit(true)).isInstanceOf(SQLException.class);

        assertThat(inserted()).isZero();
        assertThat(reconnecting.getAutoCommit()).isTrue();
    }

    @Test
    void rollsALostTransactionBackWithoutAWordAndBeginsAnother() throws SQLException {
        reconnecting.setAutoCommit(false);
        run(INSERT);
        lose();

        reconnecting.rollback();
        run(INSERT);
        reconnecting.commit();

        assertThat(inserted()).isEqualTo(1);
    }

    @Test
    void takesAnotherWhereARollbackFails() throws SQLException {
        reconnecting.setAutoCommit(false);
        run(INSERT);
        isMute = true;
        assertThatThrownBy(reconnecting::rollback).hasMessage("mute");
        isMute = false;

        run(INSERT);
        reconnecting.commit();

        assertThat(opened).hasSize(2);
        assertThat(opened.get(0).isClosed()).isTrue();
        assertThat(inserted()).isEqualTo(1);
    }

    @Test
    void keepsWhatWasSetBeforeAndMeanwhile() throws SQLException {
        reconnecting.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        reconnecting.setReadOnly(true);
        reconnecting.setAutoCommit(true);
        lose();
        reconnecting.setAutoCommit(false);

        assertThat(reconnecting.getAutoCommit()).isFalse();
        assertThat(opened).hasSize(2);
        assertThat(opened.get(1).getAutoCommit()).isFalse();
        assertThat(opened.get(1).getTransactionIsolation())
                .isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
    }

    @Test
    void failsWhileTheDatabaseIsAwayAndWorksAfterItsReturn() throws SQLException {
        lose();
        isAway = true;
        assertThatThrownBy(() -> run(INSERT)).hasMessage("away");
        assertThatThrownBy(() -> run(INSERT)).hasMessage("away");

        isAway = false;
        run(INSERT);

        assertThat(inserted()).isEqualTo(1);
    }

    @Test
    void opensNothingForAPoolThatPutsItAway() throws SQLException {
        lose();
        isAway = true;

        reconnecting.endRequest();
        reconnecting.setAutoCommit(true);

        assertThat(reconnecting.toString()).isNotEmpty();
        assertThat(reconnecting.isValid(1)).isFalse();
    }

    @Test
    void isAskedWhenItRested() throws SQLException {
        run(INSERT);
        assertThat(questions).isEmpty();

        clock.advance(ReconnectingConnection.REST);
        run(INSERT);
        run(INSERT);

        assertThat(questions).hasSize(1);
        assertThat(opened).hasSize(1);
    }

    @Test
    void isReplacedWhenItRestedAndDoesNotAnswer() throws SQLException {
        isMute = true;
        clock.advance(ReconnectingConnection.REST);

        run(INSERT);

        assertThat(opened).hasSize(2);
        assertThat(opened.get(0).isClosed()).isTrue();
    }

    @Test
    void isNotAskedWithinATransaction() throws SQLException {
        reconnecting.setAutoCommit(false);
        run(INSERT);
        clock.advance(ReconnectingConnection.REST);
        run(INSERT);
        reconnecting.rollback();

        assertThat(questions).isEmpty();
        assertThat(inserted()).isZero();
    }

    @Test
    void saysThatItIsNotValidWhenItIsNot() throws SQLException {
        assertThat(reconnecting.isValid(1)).isTrue();
        lose();

        assertThat(reconnecting.isValid(1)).isFalse();
        assertThat(reconnecting.isClosed()).isFalse();
    }

    @Test
    void isClosedForGoodByItsOwner() throws SQLException {
        reconnecting.close();

        assertThat(reconnecting.isClosed()).isTrue();
        assertThat(opened.get(0).isClosed()).isTrue();
        assertThatThrownBy(() -> run(INSERT)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> reconnecting.setAutoCommit(false))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(reconnecting::rollback).isInstanceOf(SQLException.class);
        assertThat(opened).hasSize(1);
    }

    @Test
    void closesTheNewOneWithItself() throws SQLException {
        lose();
        run(INSERT);
        reconnecting.close();

        assertThat(opened).hasSize(2).allMatch(ReconnectingConnectionTest::isClosed);
    }

    @Test
    void leavesNoneOpenThatCouldNotBeSet() throws SQLException {
        reconnecting.setSchema("PUBLIC");
        lose();
        isMute = true;
        assertThatThrownBy(() -> run(INSERT)).hasMessage("mute");

        assertThat(opened).hasSize(2).allMatch(ReconnectingConnectionTest::isClosed);
        isMute = false;
        run(INSERT);
        assertThat(inserted()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO told VALUES (1)",
                "SELECT what FROM told FOR UPDATE",
                "select what from told\nfor  update"
            })
    void takesItsTurnToWriteUntilItsTransactionEnds(String sql) throws SQLException {
        var turns = new CountedTurns();
        try (var connection = ReconnectingConnection.from(this::connection, clock, turns)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 2; i++) {
                connection.prepareStatement(sql).execute();
                connection.prepareStatement(sql).execute();
                assertThat(turns).hasToString("1 running, 1 writing");
                end(connection, i == 0);
                assertThat(turns).hasToString("0 running, 0 writing");
            }
        }
    }

    private static void end(Connection connection, boolean isCommit) throws SQLException {
        if (isCommit) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    @Test
    void readsWithoutATurnToWrite() throws SQLException {
        var turns = new CountedTurns();
        try (var connection = ReconnectingConnection.from(this::connection, clock, turns)) {
            connection.setAutoCommit(false);
            connection.prepareStatement("SELECT what FROM told").execute();
            connection.prepareStatement("SET QUERY_TIMEOUT 0").execute();

            assertThat(turns).hasToString("1 running, 0 writing");
            connection.setAutoCommit(true);
            assertThat(turns).hasToString("0 running, 0 writing");
        }
    }

    @Test
    void givesBackItsTurnWhenThePoolClosesItInATransaction() throws SQLException {
        var turns = new CountedTurns();
        var connection = ReconnectingConnection.from(this::connection, clock, turns);
        connection.setAutoCommit(false);
        connection.prepareStatement(INSERT).execute();
        connection.close();

        assertThat(turns).hasToString("0 running, 0 writing");
    }

    /** Else the next transaction would wait for a writer that has gone. */
    @Test
    void givesBackItsTurnWhenTheDatabaseIsGoneAtTheCommit() throws SQLException {
        var turns = new CountedTurns();
        try (var connection = ReconnectingConnection.from(this::connection, clock, turns)) {
            connection.setAutoCommit(false);
            connection.prepareStatement(INSERT).execute();
            lose();

            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            assertThat(turns).hasToString("0 running, 0 writing");
            connection.rollback();
            assertThat(turns).hasToString("0 running, 0 writing");
        }
    }

    private static final class CountedTurns implements TransactionTurns {

        private int running;
        private int writing;

        @Override
        public void begin() {
            running++;
        }

        @Override
        public void beginWriting() {
            writing++;
        }

        @Override
        public void end(boolean hasWritten) {
            running--;
            writing -= hasWritten ? 1 : 0;
        }

        @Override
        public String toString() {
            return running + " running, " + writing + " writing";
        }
    }

    @Test
    void equalsItselfOnly() throws SQLException {
        try (var other =
                ReconnectingConnection.from(this::connection, clock, TransactionTurns.FREE)) {
            assertThat(reconnecting)
                    .isEqualTo(reconnecting)
                    .isNotEqualTo(other)
                    .hasSameHashCodeAs(reconnecting);
        }
    }

    /** Closes the connection, as if the database had gone. */
    private void lose() throws SQLException {
        opened.get(opened.size() - 1).close();
    }

    private void run(String sql) throws SQLException {
        try (var statement = reconnecting.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Counts the rows with a separate connection. */
    private int inserted() throws SQLException {
        try (var connection = DriverManager.getConnection(URL);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM told")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException broken) {
            return true;
        }
    }

    /** A connection to H2 that can become silent. */
    private Connection connection() throws SQLException {
        if (isAway) {
            throw new SQLException("away");
        }
        var connection = DriverManager.getConnection(URL);
        opened.add(connection);
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "isValid" -> {
                                        questions.add("isValid");
                                        yield !isMute && connection.isValid(1);
                                    }
                                    case "rollback", "setSchema" -> {
                                        if (isMute) {
                                            throw new SQLException("mute");
                                        }
                                        yield ReconnectingConnection.on(
                                                connection, method, arguments);
                                    }
                                    default ->
                                            ReconnectingConnection.on(
                                                    connection, method, arguments);
                                });
    }
}
