package com.xpkit.sociallink.platform.schema;

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
            stub(
                    ResultSet.class,
                    (proxy, method, arguments) -> method.getName().equals("next") ? true : 1);

    private final Statement statement =
            stub(
                    Statement.class,
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            return null;
                        }
                        noted((String) arguments[0]);
                        return method.getName().equals("execute") ? Boolean.FALSE : one;
                    });

    private final Connection connection =
            stub(
                    Connection.class,
                    (proxy, method, arguments) ->
                            switch (method.getName()) {
                                case "createStatement" -> statement;
                                case "getCatalog" -> throw new SQLException("broken");
                                default -> noted(method.getName());
                            });

    private final DataSource galera =
            GaleraConnections.of(stub(DataSource.class, (proxy, method, arguments) -> connection));

    private static <T> T stub(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** The result of a method that has none. */
    private Object noted(String what) {
        journal.add(what);
        return null;
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
