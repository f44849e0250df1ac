package com.xpkit.sociallink.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.simulator.OfficialAccount;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/** A client of the API. */
final class Portal {

    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** All that an app may have, apart from merging and metrics. */
    static final String[] ALL_SCOPES = {
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

    private static final String OPERATOR_ID = System.getenv("SOCIALLINK_OPERATOR_CLIENT_ID");
    static final String OPERATOR_SECRET = System.getenv("SOCIALLINK_OPERATOR_CLIENT_SECRET");

    private final String token;

    private Portal(String token) {
        this.token = token;
    }

    static Portal operator() {
        return of(OPERATOR_ID, OPERATOR_SECRET);
    }

    /** The app behind the answer to its creation. */
    static Portal of(JsonObject app) {
        return of(app.getString("client_id"), app.getString("client_secret"));
    }

    static Portal of(String clientId, String secret) {
        var answer = askForToken(clientId, secret);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return withToken(answer.json().getString("access_token"));
    }

    static Portal withToken(String token) {
        return new Portal(token);
    }

    static Portal withoutToken() {
        return new Portal(null);
    }

    String token() {
        return token;
    }

    static Answer askForToken(String clientId, String secret) {
        return postForm(
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(encode(clientId), encode(secret)));
    }

    /** Sends a form to the token endpoint; headers are names and values in turn. */
    static Answer postForm(String form, String... headers) {
        var request =
                HttpRequest.newBuilder(Service.URL.resolve("/api/token/"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Answer post(String path, JsonObjectBuilder body, String... headers) {
        return send("POST", path, body.build().toString(), headers);
    }

    Answer put(String path, JsonObjectBuilder body, String... headers) {
        return send("PUT", path, body.build().toString(), headers);
    }

    Answer patch(String path, JsonObjectBuilder body, String... headers) {
        return send("PATCH", path, body.build().toString(), headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    /** Any request with a JSON body, or with none when it is empty; headers are names and values in turn. */
    Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(Service.URL + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(
                request.method(
                        method,
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body, UTF_8)));
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString(UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** A new account's id. */
    String openAccount() {
        return created(post("/api/account/", account("Account"))).id();
    }

    /** A new app with its client_id and client_secret. */
    JsonObject registerApp(String account, String... scopes) {
        return created(post("/api/app/", app(account, "App", scopes))).resource();
    }

    /** A new app of that account, logged in. */
    Portal appOf(String account, String... scopes) {
        return of(registerApp(account, scopes));
    }

    /** A new configuration's id. */
    String configure(String account, OfficialAccount official, String domain) {
        var body = configuration(official, domain).add("account_id", account);
        return created(post("/api/configuration/", body)).id();
    }

    static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    static JsonObjectBuilder account(String name) {
        return Json.createObjectBuilder().add("name", name);
    }

    static JsonObjectBuilder app(String account, String name, String... scopes) {
        return Json.createObjectBuilder()
                .add("account_id", account)
                .add("name", name)
                .add("scopes", array(scopes));
    }

    static JsonArrayBuilder array(String... texts) {
        var array = Json.createArrayBuilder();
        Stream.of(texts).forEach(array::add);
        return array;
    }

    static JsonObjectBuilder configuration(OfficialAccount official, String domain) {
        return Json.createObjectBuilder()
                .add("name", "Configuration")
                .add("type", "wechat")
                .add("domain", domain)
                .add("app_id", official.appId())
                .add("app_secret", official.secret());
    }
}
