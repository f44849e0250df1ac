package com.xpkit.sociallink.platform.schema;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Connections to a Galera, for migrations. They read what was committed on any member: two of them may be connected to
 * different members, and one member may still be changing a table when another has finished. Tables that name no engine, such
 * as Flyway's own, get the one that Galera replicates.
 *
 * <p>They come from the server's pool, so each waits no longer than before when it is closed.
 */
final class GaleraConnections implements InvocationHandler {

    private static final String SETTING = "wsrep_sync_wait";

    /** Reads, updates, inserts and SHOW. */
    private static final int FOR_EVERYTHING = 15;

    private final Connection connection;
    private final int before;
    private boolean isClosed;

    private GaleraConnections(Connection connection) throws SQLException {
        this.connection = connection;
        before = syncWait();
        set(FOR_EVERYTHING + ", default_storage_engine = InnoDB");
    }

    static DataSource of(DataSource galera) {
        return proxy(
                DataSource.class,
                (proxy, method, arguments) -> {
                    var result = on(galera, method, arguments);
                    return result instanceof Connection opened ? wrapped(opened) : result;
                });
    }

    private static Connection wrapped(Connection opened) throws SQLException {
        try {
            return proxy(Connection.class, new GaleraConnections(opened));
        } catch (SQLException refused) {
            opened.close();
            throw refused;
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        var loader = GaleraConnections.class.getClassLoader();
        return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("close") && !isClosed) {
            isClosed = true;
            restore();
        }
        return on(connection, method, arguments);
    }

    private void restore() {
        try {
            set(Integer.toString(before));
        } catch (SQLException broken) {
            // then nobody uses it again
        }
    }

    private void set(String syncWait) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET SESSION " + SETTING + " = " + syncWait);
        }
    }

    private int syncWait() throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT @@SESSION." + SETTING)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static Object on(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
