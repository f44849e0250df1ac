package com.xpkit.sociallink;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.api.Scope;
import com.xpkit.sociallink.linking.LinkError;
import com.xpkit.sociallink.listing.Fields;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The written description of the API and the code say the same. */
class OpenApiTest {

    /** What no resource class answers: servlets by their patterns, and the server's own health. */
    private static final Map<String, List<String>> OF_SERVLETS =
            Map.of(
                    "*.txt", List.of("GET /{auth_file_name}", "HEAD /{auth_file_name}"),
                    "/api/token", List.of("POST /api/token"),
                    "/api/token/", List.of(),
                    // where the server forwards to; asked for itself it is 404
                    "/error", List.of());

    private static final String OF_THE_SERVER = "GET /health/ready";

    private static OpenApiDocument document;
    private static final Routes ROUTES = new Routes();

    @BeforeAll
    static void read() throws IOException {
        document = OpenApiDocument.read();
    }

    @Test
    void describesEveryOperationAndNoOther() {
        var answered = new TreeSet<>(ROUTES.methods().keySet());
        OF_SERVLETS.values().forEach(answered::addAll);
        answered.add(OF_THE_SERVER);

        assertThat(document.operations().keySet()).isEqualTo(answered);
        assertThat(ROUTES.servlets()).isEqualTo(OF_SERVLETS.keySet());
    }

    @Test
    void asksForTheScopesThatTheCodeAsksFor() {
        ROUTES.methods()
                .forEach(
                        (name, method) ->
                                assertThat(document.operations().get(name).get("security"))
                                        .as(name)
                                        .isEqualTo(
                                                Routes.scope(method)
                                                        .map(s -> Map.of("oauth2", List.of(s)))
                                                        .map(List::of)
                                                        .orElse(List.of())));
    }

    @Test
    void knowsEveryScope() {
        var words = Arrays.stream(Scope.values()).map(Scope::word).toList();
        var flow = "clientCredentials";

        var offered =
                document.at("components", "securitySchemes", "oauth2", "flows", flow, "scopes");

        assertThat(document.map(offered).keySet()).containsExactlyElementsOf(words);
        assertThat(document.at("components", "schemas", "Scope", "enum")).isEqualTo(words);
    }

    @Test
    void explainsEveryErrorCode() {
        var codes = Arrays.stream(LinkError.values()).map(LinkError::code).filter(c -> c != 0);

        assertThat(codes)
                .isNotEmpty()
                .allSatisfy(
                        code ->
                                assertThat((String) document.at("info", "description"))
                                        .contains("\n| " + code + " | "));
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/account, access.Accounts",
        "GET /api/app, access.Apps",
        "GET /api/configuration, configuration.Configurations",
        "GET /api/profile, profile.Profiles"
    })
    void namesTheFieldsThatAListFiltersBy(String list, String store) throws Exception {
        var fields = (Map<?, ?>) hidden(Fields.class, "byName", hidden(store, "FIELDS"));

        assertThat(document.queryParameters(list))
                .filteredOn(name -> !name.startsWith("x__"))
                .filteredOn(name -> !List.of("account_id", "comparisons").contains(name))
                .isEqualTo(List.copyOf(fields.keySet()));
    }

    @ParameterizedTest
    @CsvSource({
        "AccountPatch, access.AccountKeeping",
        "AppPatch, access.AppKeeping",
        "ConfigurationPatch, configuration.ConfigurationForm"
    })
    void namesTheMembersThatACallerMaySend(String schema, String form) throws Exception {
        assertThat(members(document.at("components", "schemas", schema)))
                .isEqualTo(hidden(form, "MEMBERS"));
    }

    private static Object hidden(String type, String field) throws Exception {
        return hidden(Class.forName("com.xpkit.sociallink." + type), field, null);
    }

    private static Object hidden(Class<?> type, String name, Object of) throws Exception {
        var field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    @TestFactory
    Stream<DynamicTest> givesAnExampleOfEveryBody() {
        return bodies().filter(OpenApiDocument.Body::isJson)
                .map(
                        body ->
                                DynamicTest.dynamicTest(
                                        body.name(),
                                        () -> assertThat(body.examples()).isNotEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> givesExamplesThatKeepToTheirSchemas() {
        return bodies().map(
                        body ->
                                DynamicTest.dynamicTest(
                                        body.name(),
                                        () ->
                                                body.examples()
                                                        .forEach(e -> check(e, body.schema()))));
    }

    /** Members that are optional may be missing from one example, but not from all of them. */
    @TestFactory
    Stream<DynamicTest> showsEveryMemberOfAResource() {
        return bodies().filter(body -> properties(body.schema()).containsKey("resource"))
                .map(
                        body ->
                                DynamicTest.dynamicTest(
                                        body.name(),
                                        () ->
                                                assertThat(shown(body))
                                                        .isEqualTo(
                                                                members(
                                                                        properties(body.schema())
                                                                                .get(
                                                                                        "resource")))));
    }

    private static Stream<OpenApiDocument.Body> bodies() {
        return document.operations().keySet().stream()
                .flatMap(name -> document.bodies(name).stream());
    }

    private static Set<String> shown(OpenApiDocument.Body body) {
        var shown = new HashSet<String>();
        body.examples()
                .forEach(e -> shown.addAll(document.map(document.map(e).get("resource")).keySet()));
        return shown;
    }

    private static Set<String> members(Object schema) {
        return properties(document.schema(schema)).keySet();
    }

    private static Map<String, Object> properties(Map<String, Object> schema) {
        return document.map(schema.get("properties"));
    }

    private static void check(Object example, Map<String, Object> schema) {
        if (example instanceof List<?> elements) {
            var items = document.schema(schema.get("items"));
            elements.forEach(element -> check(element, items));
        } else if (example instanceof Map<?, ?> && schema.containsKey("properties")) {
            var members = document.map(example);
            assertThat(properties(schema).keySet()).containsAll(members.keySet());
            assertThat(members.keySet()).containsAll(required(schema));
            members.forEach((n, v) -> check(v, document.schema(properties(schema).get(n))));
        } else if (schema.get("enum") instanceof List<?> allowed) {
            assertThat(allowed.contains(example)).as("%s in %s", example, allowed).isTrue();
        }
    }

    private static List<String> required(Map<String, Object> schema) {
        return OpenApiDocument.list(schema.get("required")).stream().map(String::valueOf).toList();
    }
}
