package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.it.Service.WECHAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.OpenApiDocument;
import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.server.Oddity;
import com.xpkit.sociallink.server.ServerUnderTest;
import com.xpkit.sociallink.simulator.Fault;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers that every answer carries, on every path of the description and on all others. */
class HeadersIT extends OnAServer {

    private static final Set<String> CLOSED =
            Set.of(
                    "default-src 'none'",
                    "base-uri 'none'",
                    "form-action 'none'",
                    "frame-ancestors 'none'");

    private final ApiClient operator = Service.operator();
    private final ApiClient anybody = Service.API;
    private final Map<String, String> things = things();

    @AfterEach
    void recover() {
        WECHAT.faults().clear();
    }

    static List<String> operations() throws IOException {
        return OpenApiDocument.read().operations().keySet().stream()
                .filter(HeadersIT::isAnsweredByTheService)
                .toList();
    }

    private static boolean isAnsweredByTheService(String operation) {
        return !operation.contains(" /health")
                || ServerUnderTest.ownAnswer(Oddity.AT_HEALTH).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void areOnEveryKindOfAnswerOfEveryOperation(String operation) {
        var method = operation.substring(0, operation.indexOf(' '));
        var path = operation.substring(operation.indexOf(' ') + 1) + "/";
        var body = Set.of("GET", "HEAD", "DELETE").contains(method) ? "" : "{\"x__\": 1}";

        assertAll(anybody, method, path, body);
        assertAll(operator, method, path, body);
        assertAll(Service.API.withToken("wrong"), method, path, body);
    }

    /** With unknown ids, with ids that exist, and with what makes each request fail. */
    private void assertAll(ApiClient client, String method, String path, String body) {
        var nobodys = filled(path, Map.of());
        var known = filled(path, things);
        var account = "?account_id=" + things.get("account");
        Stream.of(
                        client.send(method, nobodys, body),
                        client.send(method, nobodys + "?nothing=1", body),
                        client.send(method, nobodys, body.isEmpty() ? "" : "{"),
                        client.send(method, known, body, "If-Match", "\"no\""),
                        client.send("OPTIONS", known, ""),
                        client.send("GET", known + account, ""),
                        client.send("GET", known, "", "If-None-Match", "*"),
                        client.send("GET", known, "", "Accept", "text/nothing"),
                        client.send("PATCH", known + "/nothing/", "[]"),
                        client.send("PROPFIND", known, ""))
                .forEach(answer -> assertHeaders(known, answer));
    }

    private static String filled(String path, Map<String, String> things) {
        var kind = path.replaceFirst("^/api/", "").replaceFirst("/.*", "");
        return path.replace("{id}", things.getOrDefault(kind, UUID.randomUUID().toString()))
                .replace("{auth_file_name}/", things.getOrDefault("file", "nothing.txt"))
                .replaceAll("[{][a-z_]+[}]", UUID.randomUUID().toString());
    }

    private static Map<String, String> things() {
        var things = new HashMap<String, String>();
        var operator = Service.operator();
        var account = operator.openAccount();
        var official = Service.officialAccount();
        var file = Service.unique("MP_verify_") + ".txt";
        var configuration =
                ApiClient.configuration(official, "app.example.com")
                        .add("account_id", account)
                        .add("auth_file_name", file)
                        .add("auth_file_contents", "proof");
        things.put("account", account);
        things.put(
                "configuration",
                ApiClient.created(operator.post("/api/configuration/", configuration)).id());
        things.put("file", file);
        var app = ApiClient.app(account, "App", "app:read");
        things.put("app", ApiClient.created(operator.post("/api/app/", app)).id());
        var profile = Json.createObjectBuilder().add("account_id", account);
        things.put("profile", ApiClient.created(operator.post("/api/profile/", profile)).id());
        return things;
    }

    @Test
    void areOnAnswersOfEveryStatus() {
        var answers = new ArrayList<Answer>();
        var tenant = Service.tenant();
        var first = tenant.create("{'email': ['a@example.com'], 'qr_code': ['q']}");
        var second = tenant.create("{'email': ['b@example.com']}");
        answers.add(first);
        answers.add(tenant.send("POST", "/api/profile/", "{'email': ['a@example.com']}"));
        answers.add(tenant.createOrUpdate("{'email': ['a@example.com', 'b@example.com']}"));
        answers.add(tenant.patch(first.id(), "{'a': 1}", "If-Match", "\"old\""));
        answers.add(tenant.patch(first.id(), "{'a': 1}"));
        answers.add(tenant.client().get("/api/configuration/"));
        answers.add(tenant.askToMerge(first.id(), second.id()));
        tenant.finished(answers.get(answers.size() - 1));
        answers.add(tenant.read(second.id()));
        answers.add(tenant.erase(first.id()));
        answers.add(tenant.send("POST", "/api/profile/", "{'a': '" + "x".repeat(2_000_000) + "'}"));
        answers.add(tenant.send("POST", "/api/profile/", "[]"));
        answers.add(Service.API.askForToken("nobody", "wrong"));
        answers.add(anybody.get("/api/app/"));

        assertThat(answers).allSatisfy(answer -> assertHeaders("/", answer));
        assertThat(answers.stream().map(Answer::status))
                .contains(200, 201, 202, 204, 308, 400, 401, 403, 409, 412, 413);
    }

    @Test
    void areOnTheVisitorsWay() {
        var shop = Service.shop();
        var phone = Service.phone();
        var callback = phone.goToWeChat(shop.consentLink(), Visitor.named("v", "Ming"));
        WECHAT.faults().token().next(Fault.garbage());
        var answers =
                List.of(
                        phone.open(shop.consentLink()),
                        phone.look(shop.consentLink()),
                        phone.callBack(callback),
                        phone.open(Service.authorise("account_id=x")),
                        phone.open(
                                Service.authorise("account_id=x"), "Accept", "application/json"));

        assertThat(answers).allSatisfy(answer -> assertHeaders("/", answer));
        assertThat(answers.stream().map(Answer::status)).containsExactly(302, 204, 302, 400, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing",
                "/nothing.txt",
                "/error",
                "/openapi.yaml",
                "/api",
                "/api/",
                "/api/nothing/",
                "/api/docs/",
                "/api/docs/docs.js",
                "/api/docs/nothing.js",
                "/WEB-INF/web.xml",
                "/index.html"
            })
    void areOnPathsThatAreNotDescribed(String path) {
        assertHeaders(path, anybody.get(path));
        assertHeaders(path, anybody.send("POST", path, ""));
    }

    private static void assertHeaders(String path, Answer answer) {
        var about = path + " " + answer.status() + " " + answer.headers().map();
        var isKept = path.startsWith("/api/docs/") || path.endsWith(".txt");
        assertOne(about, answer, "X-Content-Type-Options", Set.of("nosniff"));
        assertOne(about, answer, "Referrer-Policy", Set.of("no-referrer"));
        assertOne(
                about,
                answer,
                "Cache-Control",
                isKept ? Set.of("no-cache", "no-store") : Set.of("no-store"));
        assertThat(answer.headers().allValues("Content-Security-Policy")).as(about).hasSize(1);
        assertThat(policy(answer)).as(about).containsAll(CLOSED);
    }

    private static void assertOne(String about, Answer answer, String name, Set<String> allowed) {
        assertThat(answer.headers().allValues(name)).as(about).hasSize(1);
        assertThat(allowed).as(about).containsAll(answer.headers().allValues(name));
    }

    private static Set<String> policy(Answer answer) {
        return new TreeSet<>(
                List.of(answer.header("Content-Security-Policy").orElse("").split("; *")));
    }

    @Test
    void letACacheAskAgainWhetherAnythingChanged() {
        var path = "/api/app/" + things.get("app") + "/";
        var tag = operator.get(path).etag();

        var again = operator.get(path, "If-None-Match", tag);

        expect(again).has(304);
        assertThat(again.etag()).isEqualTo(tag);
        assertHeaders(path, again);
    }
}
