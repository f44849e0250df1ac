package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {

    private final OpenConnections connections = new OpenConnections();

    @Test
    void saysNothingOfADataSourceThatIsNotInUse() {
        assertThat(connections.open()).isEmpty();
        assertThat(connections.inTransaction()).isEmpty();
    }

    @Test
    void countsThoseThatAreOpen() {
        var idle = connections.add(connection(false, true));
        connections.add(connection(false, false));
        connections.add(connection(true, true));

        assertThat(connections.open()).hasValue(2);
        assertThat(connections.inTransaction()).hasValue(1);
        assertThat(idle).isNotNull();
    }

    @Test
    void knowsThatAllWereClosed() {
        connections.add(connection(true, true));

        assertThat(connections.open()).hasValue(0);
        assertThat(connections.inTransaction()).isEmpty();
    }

    @Test
    void takesABrokenOneForClosed() {
        connections.add(
                answering(
                        question -> {
                            throw new SQLException("broken");
                        }));

        assertThat(connections.open()).hasValue(0);
    }

    @Test
    void asksNoConnectionOfH2WhatItWouldWaitFor() throws SQLException {
        try (var h2 = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID())) {
            connections.add(h2);

            assertThat(connections.open()).hasValue(1);
            assertThat(connections.inTransaction()).isEmpty();
        }
        assertThat(connections.open()).hasValue(0);
    }

    private static Connection connection(boolean isClosed, boolean autoCommit) {
        return answering(question -> question.equals("isClosed") ? isClosed : autoCommit);
    }

    private interface Answers {
        Object to(String question) throws SQLException;
    }

    private static Connection answering(Answers answers) {
        return (Connection)
                Proxy.newProxyInstance(
                        OpenConnectionsTest.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "hashCode" -> System.identityHashCode(proxy);
                                    case "equals" -> proxy == arguments[0];
                                    default -> answers.to(method.getName());
                                });
    }
}
