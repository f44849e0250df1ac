package com.xpkit.sociallink.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.error.InvalidFields;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryFlagsTest {

    @ParameterizedTest
    @CsvSource({"cascade=true, true", "cascade=false, false", "cascade=, false", "'', false"})
    void readsASwitch(String query, boolean isOn) {
        assertThat(QueryFlags.only(uri(query), "cascade")).isEqualTo(isOn);
    }

    @ParameterizedTest
    @CsvSource({"cascade=yes", "cascade=TRUE", "cascade=true&cascade=true"})
    void namesASwitchThatIsNotOne(String query) {
        assertThat(faults(query)).containsEntry("cascade", "must be true or false").hasSize(1);
    }

    @Test
    void namesEveryOtherParameter() {
        assertThat(faults("cascade=true&a=1&b=2"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", "is unknown", "b", "is unknown"));
    }

    @Test
    void takesNoneWhereThereIsNone() {
        assertThatCode(() -> QueryFlags.none(uri(""))).doesNotThrowAnyException();
        var refused =
                catchThrowableOfType(InvalidFields.class, () -> QueryFlags.none(uri("cascade=1")));
        assertThat(refused.fields()).containsEntry("cascade", "is unknown");
    }

    private static Map<String, String> faults(String query) {
        var refused =
                catchThrowableOfType(
                        InvalidFields.class, () -> QueryFlags.only(uri(query), "cascade"));
        return refused.fields();
    }

    private static UriInfo uri(String query) {
        var parameters = new MultivaluedHashMap<String, String>();
        for (var parameter : query.isEmpty() ? new String[0] : query.split("&")) {
            var parts = parameter.split("=", 2);
            parameters.add(parts[0], parts[1]);
        }
        return (UriInfo)
                Proxy.newProxyInstance(
                        QueryFlagsTest.class.getClassLoader(),
                        new Class<?>[] {UriInfo.class},
                        (proxy, method, arguments) -> parameters);
    }
}
