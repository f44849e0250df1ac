package com.xpkit.sociallink;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.link.LinkError;
import com.xpkit.sociallink.platform.listing.Fields;
import com.xpkit.sociallink.profile.bulk.BulkWork;
import com.xpkit.sociallink.profile.list.ProfileFields;
import com.xpkit.sociallink.profile.merge.MergeWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The written description of the API and the code agree. */
class OpenApiTest {

    /** What no resource class answers: servlets by their patterns, and the server's own health. */
    private static final Map<String, List<String>> OF_SERVLETS =
            Map.of(
                    "*.txt", List.of("GET /{auth_file_name}", "HEAD /{auth_file_name}"),
                    "/api/token/*", List.of("POST /api/token"),
                    "/api/wechat/authorise/*",
                            List.of("GET /api/wechat/authorise", "HEAD /api/wechat/authorise"),
                    // serves the description, and is not part of it
                    "/api/docs/*", List.of(),
                    // the server forwards to it; requested directly it is 404
                    "/error", List.of(),
                    // the WAR's own folders are 404
                    "/META-INF/*", List.of(),
                    "/WEB-INF/*", List.of());

    private static final String OF_THE_SERVER = "GET /health/ready";

    private static final String[] OPTIONS = {
        "comparisons", "x__order_by", "x__limit", "x__page", "x__token", "x__query"
    };

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
        assertThat(document.at("components", "schemas", "Scope", "enum"))
                .isEqualTo(
                        Arrays.stream(Scope.values())
                                .filter(Scope.OF_APPS::contains)
                                .map(Scope::word)
                                .toList());
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
        "GET /api/account, account.Accounts",
        "GET /api/app, account.Apps",
        "GET /api/configuration, configuration.Configurations",
        "GET /api/profile/{id}/merges, profile.merge.Merges",
        "GET /api/profile/duplicates, profile.duplicate.Duplicates"
    })
    void namesTheFieldsThatAListFiltersBy(String list, String store) throws Exception {
        assertThat(fields(list)).isEqualTo(names(hidden(store, "FIELDS")));
    }

    @Test
    void namesTheFieldsThatAListOfJobsFiltersBy() throws Exception {
        var works = Stream.of(new BulkWork(), new MergeWork());

        assertThat(fields("GET /api/job")).isEqualTo(names(Views.jobFields(works)));
    }

    @ParameterizedTest
    @CsvSource({"BulkOutcome, result.results.", "JobResult, result."})
    void namesEveryMemberOfAResult(String schema, String path) {
        var inside = Set.of("results", "extra_info");

        assertThat(members(document.at("components", "schemas", schema)))
                .allMatch(m -> inside.contains(m) || fields("GET /api/job").contains(path + m));
    }

    @Test
    void namesTheMembersOfProfilesThatAListKnowsBeforehand() throws Exception {
        assertThat(fields("GET /api/profile")).isEqualTo(names(ProfileFields.ALL));
    }

    private static List<String> fields(String list) {
        return document.parameters(list, "query").stream()
                .filter(name -> !name.contains("__"))
                .filter(name -> !List.of("account_id", "comparisons").contains(name))
                .toList();
    }

    private static List<?> names(Object fields) throws Exception {
        return List.copyOf(((Map<?, ?>) hidden(Fields.class, "byName", fields)).keySet());
    }

    @Test
    void describesEveryListInTheSameWay() {
        var lists = document.operations().keySet().stream().filter(OpenApiTest::isList).toList();

        assertThat(lists)
                .hasSize(7)
                .allSatisfy(
                        list ->
                                assertThat(document.parameters(list, "query"))
                                        .contains("created__gte", "last_modified__lt")
                                        .endsWith(OPTIONS));
    }

    private static boolean isList(String operation) {
        return document.bodies(operation).stream()
                .anyMatch(body -> properties(body.schema()).containsKey("next_token"));
    }

    @ParameterizedTest
    @CsvSource({
        "AccountPatch, account.AccountEditing",
        "AppPatch, account.AppEditing",
        "BulkForm, profile.bulk.BulkForm",
        "ConfigurationPatch, configuration.ConfigurationForm",
        "MergeForm, profile.merge.MergeForm"
    })
    void namesTheMembersThatACallerMaySend(String schema, String form) throws Exception {
        assertThat(members(document.at("components", "schemas", schema)))
                .isEqualTo(hidden(form, "MEMBERS"));
    }

    @Test
    void namesTheMembersOfAProfileThatHaveAMeaning() throws Exception {
        var written = new HashSet<>(members(document.at("components", "schemas", "ProfileForm")));
        var shown = new HashSet<>(members(document.at("components", "schemas", "Profile")));

        assertThat(written.remove("account_id")).isTrue();
        assertThat(shown.removeAll((Set<?>) hidden("profile.ProfileForm", "OWN"))).isTrue();
        assertThat(written).isEqualTo(shown);
        assertThat(members(document.at("components", "schemas", "Address")))
                .containsExactlyElementsOf(
                        strings((List<?>) hidden("profile.ProfileForm", "ADDRESS")));
    }

    @Test
    void saysHowLongTheMembersOfASocialEntryMayBe() throws Exception {
        var longest = new TreeMap<String, Object>();
        properties(document.map(document.at("components", "schemas", "SocialEntry")))
                .forEach((name, of) -> longest.put(name, document.map(of).get("maxLength")));

        assertThat(longest).isEqualTo(hidden("profile.SocialMembers", "MAX_LENGTHS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Profile", "ProfileForm", "Address", "SocialEntry"})
    void takesAnyOtherMember(String schema) {
        assertThat(document.at("components", "schemas", schema, "additionalProperties"))
                .isEqualTo(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Account", "App", "Profile", "Duplicate", "Merge", "Job"})
    void describesTheMembersThatAResourceShows(String schema) throws Exception {
        assertThat(members(document.at("components", "schemas", schema)))
                .containsExactlyElementsOf(Views.resource(schema).keySet());
    }

    @ParameterizedTest
    @CsvSource({"JobStatus, job.JobStatus", "MergeChange, profile.merge.MergeChange$Kind"})
    void knowsEveryWord(String schema, String type) throws Exception {
        var words = new ArrayList<Object>();
        var constants = Class.forName("com.xpkit.sociallink." + type).getEnumConstants();
        for (var constant : constants) {
            var word = constant.getClass().getDeclaredMethod("word");
            word.setAccessible(true);
            words.add(word.invoke(constant));
        }

        var described = document.map(document.at("components", "schemas", schema));
        var inside = document.map(properties(described).getOrDefault("change", described));
        assertThat(inside.get("enum")).isEqualTo(words);
    }

    private static List<String> strings(List<?> values) {
        return values.stream().map(String::valueOf).toList();
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
                                                        .forEach(
                                                                e ->
                                                                        new SchemaCheck(document)
                                                                                .check(
                                                                                        body.name(),
                                                                                        e,
                                                                                        body
                                                                                                .schema()))));
    }

    /** Optional members may be missing from one example, but not from all of them. */
    @TestFactory
    Stream<DynamicTest> showsEveryMemberOfAResource() {
        return bodies().filter(body -> properties(body.schema()).containsKey("resource_id"))
                .map(
                        body ->
                                DynamicTest.dynamicTest(
                                        body.name(),
                                        () ->
                                                assertThat(shown(body))
                                                        .containsAll(
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
}
