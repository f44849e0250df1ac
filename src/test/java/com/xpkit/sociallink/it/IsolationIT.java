package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.OpenApiDocument;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.simulator.OfficialAccount;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An app that may do everything in its own account tries each path of the API's description with ids of
 * another account. New paths are tried automatically: their ids come from the list above each.
 */
class IsolationIT extends OnAServer {

    private static final Set<String> OF_NO_ACCOUNT =
            Set.of("/api/account", "/api/account/me", "/api/metrics");

    private final ApiClient operator = Service.operator();
    private final String theirs = accountWithSomethingOfEverything();
    private final ApiClient stranger = operator.appOf(operator.openAccount(), scopes());

    private static String[] scopes() {
        return Scope.OF_APPS.stream().map(Scope::word).toArray(String[]::new);
    }

    private String accountWithSomethingOfEverything() {
        var account = operator.openAccount();
        var tenant = new Tenant(account, operator.appOf(account, scopes()));
        var official = new OfficialAccount(Service.unique("wx"), "secret", "localhost");
        operator.configure(account, official, "app.example.com");
        var social =
                "{'wechat_openid':['%1$s'],'social':[{'type':'wechat','openid':'%1$s','app_id':'wx%1$s','unionid':'u'}]}";
        var authority = tenant.profile(social.formatted("o1"));
        tenant.profile(social.formatted("o2"));
        tenant.merge(authority, tenant.profile("{'email':['a@x']}"));
        return account;
    }

    @Test
    void anothersResourcesDoNotExistOnAnyPath() throws IOException {
        var document = OpenApiDocument.read();
        var before = everythingOfTheirs(document);
        var tried = document.operations().keySet().stream().filter(IsolationIT::hasId).toList();

        assertThat(tried).hasSizeGreaterThan(20);
        for (var operation : tried) {
            tryIt(document, operation);
        }

        assertThat(everythingOfTheirs(document)).isEqualTo(before);
    }

    private static boolean hasId(String operation) {
        return operation.matches("[A-Z]+ /api/.*\\{.*");
    }

    private void tryIt(OpenApiDocument document, String operation) {
        var parts = operation.split(" ");
        var path = idsOfTheirs("", List.of(parts[1].substring(1).split("/"))).orElseThrow();
        var nowhere = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", UUID.randomUUID().toString());
        var body = body(document, operation);

        var answer = stranger.send(parts[0], path, body);

        expect(answer).isRefused(404, "not_found");
        assertThat(answer.body())
                .as("%s as if it did not exist", operation)
                .isEqualTo(stranger.send(parts[0], nowhere, body).body());
    }

    /** The path with real ids. From a list, it takes the first entry that has what the rest of the path needs. */
    private Optional<String> idsOfTheirs(String done, List<String> rest) {
        if (rest.isEmpty()) {
            return Optional.of(done + "/");
        }
        var next = rest.subList(1, rest.size());
        if (!rest.get(0).startsWith("{")) {
            return idsOfTheirs(done + "/" + rest.get(0), next);
        }
        return ids(done).flatMap(id -> idsOfTheirs(done + "/" + id, next).stream()).findFirst();
    }

    private Stream<String> ids(String list) {
        if (list.equals("/api/account")) {
            return Stream.of(theirs);
        }
        var query = list.contains("-") ? "" : "?account_id=" + theirs;
        var answer = operator.get(list + "/" + query);
        expect(answer).has(200);
        return answer.results().stream().map(found -> found.getString("resource_id"));
    }

    /** The description's own example. */
    private static String body(OpenApiDocument document, String operation) {
        return document.bodies(operation).stream()
                .filter(body -> body.name().contains(" request ") && body.isJson())
                .flatMap(body -> body.examples().stream())
                .findFirst()
                .map(IsolationIT::json)
                .orElse("");
    }

    @SuppressWarnings("unchecked")
    private static String json(Object example) {
        return Json.createObjectBuilder((Map<String, Object>) example)
                .remove("account_id")
                .build()
                .toString();
    }

    private List<JsonObject> everythingOfTheirs(OpenApiDocument document) {
        return document.operations().keySet().stream()
                .filter(operation -> operation.matches("GET /api/[a-z/]+[a-z]"))
                .map(operation -> operation.substring("GET ".length()))
                .filter(path -> !OF_NO_ACCOUNT.contains(path))
                .filter(path -> !path.startsWith("/api/wechat"))
                .flatMap(path -> operator.get(path + "/?account_id=" + theirs).results().stream())
                .toList();
    }

    @Test
    void theNumbersOfAllAccountsAreForNoApp() {
        expect(stranger.get("/api/metrics/")).isRefused(403, "insufficient_scope");
        expect(stranger.get("/api/metrics")).isRefused(403, "insufficient_scope");
    }

    @Test
    void anothersProfilesDoNotExistInBodies() {
        var mine = ApiClient.created(stranger.send("POST", "/api/profile/", "{}")).id();
        var id = ids("/api/profile").findFirst().orElseThrow();
        var merge = Tenant.json("{'authority':'%s','profiles':['%s']}");

        for (var body : List.of(merge.formatted(mine, id), merge.formatted(id, mine))) {
            for (var path : List.of("/api/profile/merge/", "/api/profile/merge/?preview=true")) {
                expect(stranger.send("POST", path, body)).isRefused(404, "not_found");
            }
        }
    }

    @Test
    void anothersAccountIsUnknownInBodiesAndQueries() {
        for (var list : List.of("app", "configuration", "profile", "profile/duplicates", "job")) {
            expect(stranger.get("/api/" + list + "/?account_id=" + theirs))
                    .isRefused(400)
                    .naming("account_id");
        }
        var body = Tenant.json("{'account_id':'" + theirs + "','profiles':[{}]}");
        expect(stranger.send("POST", "/api/profiles/", body)).isRefused(400).naming("account_id");
        for (var path : List.of("/api/profile/", "/api/profile/create-update/")) {
            expect(stranger.send("POST", path, body)).isRefused(400).naming("account_id");
        }
        var bulk = Tenant.json("{'profiles':[{'account_id':'" + theirs + "'}]}");
        var job = new Tenant("", stranger).finished(stranger.send("POST", "/api/profiles/", bulk));
        assertThat(job.getString("status")).isEqualTo("Failed");
    }

    @Test
    void anothersValuesAreFree() {
        var taken = "{\"wechat_openid\":[\"o1\"],\"email\":[\"a@x\"]}";

        expect(stranger.send("POST", "/api/profile/create-update/", taken)).has(201);
        assertThat(stranger.get("/api/profile/?social.unionid=u").results()).isEmpty();
        assertThat(stranger.get("/api/profile/?x__query=a@x").results()).hasSize(1);
    }
}
