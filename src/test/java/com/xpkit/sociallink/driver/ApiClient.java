package com.xpkit.sociallink.driver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Door;
import com.xpkit.sociallink.server.Http;
import com.xpkit.sociallink.simulator.OfficialAccount;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A client of the API at one door, with a token or without. */
public final class ApiClient {

    /** All that an app may have, apart from merging and metrics. */
    private static final String[] ALL_SCOPES = {
        "configuration:read",
        "configuration:write",
        "profile:read",
        "profile:write",
        "app:read",
        "app:write",
        "job:read",
        "account:read",
        "account:write"
    };

    /** As long as the largest list may take on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Door door;
    private final Optional<String> token;

    private ApiClient(Door door, Optional<String> token) {
        this.door = door;
        this.token = token;
    }

    /** A client without a token. */
    public static ApiClient at(Door door) {
        return new ApiClient(door, Optional.empty());
    }

    public static String[] allScopes() {
        return ALL_SCOPES.clone();
    }

    /** The app that the answer to its creation shows, with a token. */
    public ApiClient login(JsonObject app) {
        return login(app.getString("client_id"), app.getString("client_secret"));
    }

    public ApiClient login(String clientId, String secret) {
        var answer = askForToken(clientId, secret);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return withToken(answer.json().getString("access_token"));
    }

    public ApiClient withToken(String other) {
        return new ApiClient(door, Optional.of(other));
    }

    /** With the same token at another door. */
    public ApiClient through(Door other) {
        return new ApiClient(other, token);
    }

    public String token() {
        return token.orElseThrow();
    }

    URI url(String path) {
        return door.url(path);
    }

    public Answer askForToken(String clientId, String secret) {
        return postForm(
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(encode(clientId), encode(secret)));
    }

    /** Sends a form to the token endpoint, without a token; headers are names and values in turn. */
    public Answer postForm(String form, String... headers) {
        var request =
                Http.request(url("/api/token/"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        return Answer.of(Http.send(headers.length == 0 ? request : request.headers(headers)));
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public Answer post(String path, JsonObjectBuilder body, String... headers) {
        return send("POST", path, body.build().toString(), headers);
    }

    public Answer put(String path, JsonObjectBuilder body, String... headers) {
        return send("PUT", path, body.build().toString(), headers);
    }

    public Answer patch(String path, JsonObjectBuilder body, String... headers) {
        return send("PATCH", path, body.build().toString(), headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    /** Any request with a JSON body, or with none when it is empty; headers are names and values in turn. */
    public Answer send(String method, String path, String body, String... headers) {
        var request = Http.request(url(path)).timeout(PATIENCE);
        token.ifPresent(own -> request.header("Authorization", "Bearer " + own));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        var content = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return Answer.of(Http.send(request.method(method, content)));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** A new account's id. */
    public String openAccount() {
        return created(post("/api/account/", account("Account"))).id();
    }

    /** A new app with its client_id and client_secret. */
    public JsonObject registerApp(String account, String... scopes) {
        return created(post("/api/app/", app(account, "App", scopes))).resource();
    }

    /** A new app of that account, logged in. */
    public ApiClient appOf(String account, String... scopes) {
        return login(registerApp(account, scopes));
    }

    /** A new configuration's id. */
    public String configure(String account, OfficialAccount official, String domain) {
        var body = configuration(official, domain).add("account_id", account);
        return created(post("/api/configuration/", body)).id();
    }

    public static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    public static JsonObjectBuilder account(String name) {
        return Json.createObjectBuilder().add("name", name);
    }

    public static JsonObjectBuilder app(String account, String name, String... scopes) {
        return account(name).add("account_id", account).add("scopes", array(scopes));
    }

    public static JsonArrayBuilder array(String... texts) {
        return Json.createArrayBuilder(List.of(texts));
    }

    public static JsonObjectBuilder configuration(OfficialAccount official, String domain) {
        return Json.createObjectBuilder()
                .add("name", "Configuration")
                .add("type", "wechat")
                .add("domain", domain)
                .add("app_id", official.appId())
                .add("app_secret", official.secret());
    }
}
