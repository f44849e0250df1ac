package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class GaleraConnectionsTest {

    private final List<String> journal = new ArrayList<>();

    private final ResultSet one =
            a(
                    ResultSet.class,
                    (proxy, method, arguments) -> method.getName().equals("next") ? true : 1);

    private final Statement statement =
            a(
                    Statement.class,
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            return null;
                        }
                        return note((String) arguments[0]) && method.getName().equals("execute")
                                ? false
                                : one;
                    });

    private final Connection connection =
            a(
                    Connection.class,
                    (proxy, method, arguments) ->
                            switch (method.getName()) {
                                case "createStatement" -> statement;
                                case "getCatalog" -> throw new SQLException("broken");
                                default -> note(method.getName()) ? null : null;
                            });

    private final DataSource galera =
            GaleraConnections.of(a(DataSource.class, (proxy, method, arguments) -> connection));

    private static <T> T a(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private boolean note(String what) {
        journal.add(what);
        return true;
    }

    @Test
    void waitForWhatOtherMembersCommittedUntilTheyGoBackIntoThePool() throws SQLException {
        var opened = galera.getConnection();

        assertThat(journal)
                .containsExactly(
                        "SELECT @@SESSION.wsrep_sync_wait",
                        "SET SESSION wsrep_sync_wait = 15, default_storage_engine = InnoDB");
        journal.clear();
        opened.close();
        opened.close();

        assertThat(journal).containsExactly("SET SESSION wsrep_sync_wait = 1", "close", "close");
    }

    @Test
    void passOnWhatTheConnectionThrows() throws SQLException {
        var opened = galera.getConnection();

        assertThatThrownBy(opened::getCatalog)
                .isInstanceOf(SQLException.class)
                .hasMessage("broken");
    }
}
