package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitsTest {

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String H2 = "jdbc:h2:mem:";
    private static final String KEY = "sociallink.db.statement-timeout";

    private final Map<Object, Object> hints = new HashMap<>();
    private final List<Object> natives = new ArrayList<>();
    private RuntimeException failure;

    @Test
    void isGivenToTheQueryInMilliseconds() {
        assertThat(results(POSTGRESQL)).containsExactly("row");

        assertThat(hints).containsExactly(Map.entry("jakarta.persistence.query.timeout", 30_000));
        assertThat(natives).isEmpty();
    }

    @Test
    void isLiftedFromTheConnectionOfH2() {
        results(H2);

        assertThat(natives).containsExactly("SET QUERY_TIMEOUT 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "70100"})
    void tellsThatAStatementWasEnded(String state) {
        failure = new PersistenceException(new SQLException("canceled", state));

        assertThatThrownBy(() -> results(H2))
                .isInstanceOfSatisfying(
                        StatementTookTooLong.class,
                        ended -> assertThat(ended.limit()).isEqualTo(Duration.ofSeconds(30)));
        assertThat(natives).containsExactly("SET QUERY_TIMEOUT 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "40001", "23505"})
    void leavesOtherFailuresAlone(String state) {
        failure = new PersistenceException(new SQLException("other", state));

        assertThatThrownBy(() -> results(POSTGRESQL)).isSameAs(failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.5S", "PT1H0.001S", "off", "0"})
    void isFromASecondToAnHour(String value) {
        assertThatThrownBy(() -> new StatementSettings(SettingsMother.with(KEY, value)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(KEY);
    }

    private List<String> results(String url) {
        return TimeLimitsMother.on(url).results(this::query, entityManager());
    }

    @SuppressWarnings("unchecked")
    private TypedQuery<String> query() {
        return proxy(
                TypedQuery.class,
                (query, method, arguments) -> {
                    if (method.getName().equals("setHint")) {
                        hints.put(arguments[0], arguments[1]);
                        return query;
                    }
                    if (failure != null) {
                        throw failure;
                    }
                    return List.of("row");
                });
    }

    private EntityManager entityManager() {
        return proxy(
                EntityManager.class,
                (em, method, arguments) -> {
                    natives.add(arguments[0]);
                    return proxy(Query.class, (query, execute, none) -> 0);
                });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
