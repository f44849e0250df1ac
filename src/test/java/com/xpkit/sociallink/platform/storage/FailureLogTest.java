package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.PersistenceException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

class FailureLogTest {

    private static final String OPENID = "oABC_secret-openid";

    private final LogBook log = new LogBook();

    @Test
    void namesTheConstraintOfH2AndNoValue() throws SQLException {
        var refused = refusedByH2("INSERT INTO t VALUES ('" + OPENID + "')");

        assertThat(refused.getMessage()).contains(OPENID);
        assertThat(traced(refused))
                .contains("SQLSTATE 23505", "error 23505", "constraint T_OPENID")
                .doesNotContain(OPENID);
    }

    @Test
    void namesTheForeignKeyOfH2AndNoValue() throws SQLException {
        var refused = refusedByH2("INSERT INTO u VALUES ('x" + OPENID + "')");

        assertThat(refused.getMessage()).contains(OPENID);
        assertThat(traced(refused)).contains("constraint U_T").doesNotContain(OPENID);
    }

    private static SQLException refusedByH2(String insert) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE t (openid VARCHAR, CONSTRAINT t_openid UNIQUE (openid))");
            statement.execute(
                    "CREATE TABLE u (openid VARCHAR, CONSTRAINT u_t FOREIGN KEY (openid)"
                            + " REFERENCES t (openid))");
            statement.execute("INSERT INTO t VALUES ('" + OPENID + "')");
            return catchThrowableOfType(SQLException.class, () -> statement.execute(insert));
        }
    }

    @Test
    void namesTheConstraintOfPostgreSqlInAnyLanguage() {
        var detail = "\n  Detail: Key (openid)=(" + OPENID + "\" \"fake\") already exists.";
        var english =
                postgreSql(
                        "ERROR: duplicate key value violates unique constraint \"t_openid\""
                                + detail);
        var chinese = postgreSql("错误: 重复键违反唯一约束\"t_openid\"" + detail);

        assertThat(traced(english)).contains("constraint t_openid").doesNotContain(OPENID, "fake");
        assertThat(traced(chinese)).contains("constraint t_openid").doesNotContain(OPENID, "fake");
    }

    private static SQLException postgreSql(String message) {
        return new PSQLException(message, PSQLState.UNIQUE_VIOLATION);
    }

    @Test
    void namesTheConstraintOfMariaDbWhateverTheValueLooksLike() {
        var twice =
                mariaDb("(conn=7) Duplicate entry '" + OPENID + "' for key 'fake'' for key 't.o'");
        var orphan =
                mariaDb(
                        "(conn=7) Cannot add or update a child row: a foreign key constraint fails"
                                + " (`d`.`u`, CONSTRAINT `u_t` FOREIGN KEY (`openid`) REFERENCES"
                                + " `t` (`openid`))");

        assertThat(traced(twice)).contains("constraint t.o").doesNotContain(OPENID, "fake");
        assertThat(traced(orphan)).contains("constraint u_t");
    }

    private static SQLException mariaDb(String message) {
        return new SQLIntegrityConstraintViolationException(message, "23000", 1062);
    }

    @Test
    void namesNoConstraintInAMessageThatItDoesNotKnow() {
        assertThat(traced(mariaDb("Some '" + OPENID + "' for key"))).doesNotContain("constraint");
    }

    /** EclipseLink's own exception repeats the statement with its parameters. */
    @Test
    void keepsNoMessageOfWhatAProviderWraps() {
        var wrapped =
                new PersistenceException(
                        "bind => [" + OPENID + "]", new IllegalStateException(OPENID));
        wrapped.addSuppressed(new IllegalArgumentException(OPENID));

        assertThat(traced(wrapped))
                .contains(PersistenceException.class.getName(), "Caused by", "Suppressed")
                .contains("FailureLogTest.keepsNoMessageOfWhatAProviderWraps")
                .doesNotContain(OPENID);
    }

    @Test
    void keepsNoMessageThatQuotesARequest() {
        var quoting =
                catchThrowableOfType(RuntimeException.class, () -> LocalDate.parse("x" + OPENID));

        assertThat(quoting.getMessage()).contains(OPENID);
        assertThat(traced(quoting)).doesNotContain(OPENID);
    }

    @Test
    void saysWhereAConnectionFailed() {
        var refused = new SQLException("Connection to db:5432 refused", "08001");
        var empty = new SQLException("In-use connections equal max-pool-size");

        FailureLog.line(
                log, System.Logger.Level.WARNING, "Jobs wait", new PersistenceException(refused));
        assertThat(log.text())
                .isEqualTo("Jobs wait: java.sql.SQLException: Connection to db:5432 refused");
        assertThat(traced(empty)).contains("max-pool-size");
    }

    @Test
    void endsWithCausesThatGoInACircle() {
        var first = new IllegalStateException("first");
        var second = new IllegalStateException("second", first);
        first.initCause(second);

        assertThat(traced(first)).contains("IllegalStateException").doesNotContain("second");
    }

    private String traced(Throwable failure) {
        FailureLog.trace(log, System.Logger.Level.ERROR, "It failed", failure);
        return log.text();
    }

    /** What the server's log would show. */
    private static final class LogBook implements System.Logger {

        private final StringWriter lines = new StringWriter();

        String text() {
            return lines.toString();
        }

        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(
                Level level, java.util.ResourceBundle bundle, String text, Throwable thrown) {
            lines.append(text);
            if (thrown != null) {
                thrown.printStackTrace(new PrintWriter(lines, true));
            }
        }

        @Override
        public void log(
                Level level, java.util.ResourceBundle bundle, String format, Object... parameters) {
            assertThat(parameters).isNullOrEmpty();
            lines.append(format);
        }
    }
}
