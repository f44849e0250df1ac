package com.xpkit.sociallink.platform.storage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A connection for a pool that keeps it forever: when the database has closed it, the next transaction begins on a new
 * connection with the same settings. A connection is never replaced within a transaction, so nothing is half done.
 *
 * <p>A connection that has been idle is tested first. Like any connection, it is not safe for use by several threads at
 * once.
 */
final class ReconnectingConnection implements InvocationHandler {

    /** Opens connections to the database. */
    @FunctionalInterface
    interface Source {
        Connection open() throws SQLException;
    }

    /** How long a connection may be idle and still count as alive without a test. */
    static final Duration REST = Duration.ofSeconds(2);

    private static final int PATIENCE_SECONDS = 2;

    /** Statements that write nothing, unless they lock rows. */
    private static final Pattern READING = Pattern.compile("(?i)^\\s*(select|values|set)\\b");

    private static final Pattern LOCKING = Pattern.compile("(?i)\\bfor\\s+update\\b");

    private final Source source;
    private final Clock clock;
    private final TransactionTurns turns;

    /** The settings made so far, by setter, in this order. */
    private final Map<Method, Object[]> settings = new LinkedHashMap<>();

    private Connection current;
    private Instant used;

    /** What {@link Patience} asked for last, and the connection's own timeout, which is unknown before that. */
    private Optional<Duration> patience = Optional.empty();

    private int ownTimeout;
    private boolean isLost;
    private boolean isBegun;
    private boolean hasWritten;
    private boolean isClosed;

    private ReconnectingConnection(Source source, Clock clock, TransactionTurns turns)
            throws SQLException {
        this.source = source;
        this.clock = clock;
        this.turns = turns;
        current = source.open();
        used = clock.instant();
    }

    static Connection from(Source source, Clock clock, TransactionTurns turns) throws SQLException {
        return (Connection)
                Proxy.newProxyInstance(
                        ReconnectingConnection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new ReconnectingConnection(source, clock, turns));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "createStatement", "prepareStatement", "prepareCall", "setSavepoint" ->
                    begin(method, arguments);
            case "commit" -> commit(method);
            case "rollback" -> arguments == null ? rollBack(method) : call(method, arguments);
            case "setAutoCommit",
                    "setTransactionIsolation",
                    "setReadOnly",
                    "setCatalog",
                    "setSchema",
                    "setHoldability",
                    "setNetworkTimeout" ->
                    set(method, arguments);
            case "close", "abort" -> close(method, arguments);
            case "isClosed" -> isClosed;
            case "isValid", "beginRequest", "endRequest", "toString" -> call(method, arguments);
            default -> look(method, arguments);
        };
    }

    private Object begin(Method method, Object[] arguments) throws Throwable {
        if (!isBegun) {
            beginTransaction();
        }
        if (isBegun && !hasWritten && isTurnNeeded(method, arguments)) {
            turns.beginWriting();
            hasWritten = true;
        }
        takePatience();
        return call(method, arguments);
    }

    /** The database may have closed the connection in a pause. */
    private void beginTransaction() throws Throwable {
        turns.begin();
        try {
            if (mayRenew() && !isAlive()) {
                renew();
            }
            CommitRefusals.forget();
            isBegun = !current.getAutoCommit();
        } finally {
            if (!isBegun) {
                turns.end(false);
            }
        }
    }

    /** Databases other than H2 are spared the look at each statement. */
    private boolean isTurnNeeded(Method method, Object[] arguments) {
        return turns != TransactionTurns.FREE && mayWrite(method, arguments);
    }

    private static boolean mayWrite(Method method, Object[] arguments) {
        return arguments == null
                || !(arguments[0] instanceof String sql)
                || !method.getName().startsWith("prepare")
                || !READING.matcher(sql).find()
                || LOCKING.matcher(sql).find();
    }

    private void endTransaction() {
        if (isBegun) {
            isBegun = false;
            turns.end(hasWritten);
            hasWritten = false;
        }
    }

    private void takePatience() {
        var wanted = Patience.current();
        if (!wanted.equals(patience)) {
            setTimeout(wanted);
            patience = wanted;
        }
    }

    /** Drivers keep the timeout in memory, so a change costs no round trip. */
    private void setTimeout(Optional<Duration> wanted) {
        try {
            if (patience.isEmpty()) {
                ownTimeout = current.getNetworkTimeout();
            }
            current.setNetworkTimeout(
                    Runnable::run,
                    wanted.map(longest -> Patience.longer(ownTimeout, longest)).orElse(ownTimeout));
        } catch (SQLException | UnsupportedOperationException notByThisServer) {
            // the connection of a server's data source may not pass it on; then the timeout of its
            // address applies
        }
    }

    private Object look(Method method, Object[] arguments) throws Throwable {
        if (mayRenew() && isLost()) {
            renew();
        }
        return call(method, arguments);
    }

    private boolean mayRenew() {
        return !isClosed && !isBegun;
    }

    private boolean isAlive() throws SQLException {
        return !isLost() && (!hasRested() || current.isValid(PATIENCE_SECONDS));
    }

    private boolean isLost() throws SQLException {
        return isLost || current.isClosed();
    }

    private boolean hasRested() {
        var now = clock.instant();
        var rested = !now.isBefore(used.plus(REST));
        used = now;
        return rested;
    }

    private void renew() throws Throwable {
        forget();
        var renewed = source.open();
        try {
            for (var each : settings.entrySet()) {
                on(renewed, each.getKey(), each.getValue());
            }
        } catch (Throwable failed) {
            renewed.close();
            throw failed;
        }
        current = renewed;
        patience = Optional.empty();
        isLost = false;
        used = clock.instant();
    }

    /** The driver may still hold a socket. */
    private void forget() {
        isLost = true;
        try {
            current.close();
        } catch (SQLException alreadyGone) {
            // that is what it is closed for
        }
    }

    /** Replayed on the next connection: pools reset what they get back and ignore a failure. */
    private Object set(Method method, Object[] arguments) throws Throwable {
        settings.remove(method);
        settings.put(method, arguments);
        var isForTheNext = mayRenew() && isLost();
        try {
            return isForTheNext ? null : call(method, arguments);
        } finally {
            if (method.getName().equals("setAutoCommit")) {
                endTransaction();
            }
        }
    }

    private Object commit(Method method) throws Throwable {
        used = clock.instant();
        try {
            return call(method, null);
        } catch (SQLException refusal) {
            CommitRefusals.remember(refusal);
            throw refusal;
        } finally {
            endTransaction();
        }
    }

    /** If the connection is lost, the database has rolled back. */
    private Object rollBack(Method method) throws Throwable {
        try {
            return !isClosed && isLost() ? null : call(method, null);
        } catch (SQLException failed) {
            isLost = true;
            throw failed;
        } finally {
            endTransaction();
        }
    }

    private Object close(Method method, Object[] arguments) throws Throwable {
        isClosed = true;
        try {
            return call(method, arguments);
        } finally {
            endTransaction();
        }
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        return on(current, method, arguments);
    }

    /** Calls a method of a connection; what it throws is passed on unwrapped. */
    static Object on(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
