package com.xpkit.sociallink.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Http;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.OfficialAccount;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

/** Who runs the service, at work through its API. */
final class Operator {

    static final String ID = "operator";
    static final String WEBHOOK_SECRET = "whsec_b3VycyBpcyBhIGtleSBvZiAyNCBieXRlcw==";

    private final Cluster cluster;
    private final Node node;
    private final String secret;

    /** @param node that the work is done through, unless a call names another */
    Operator(Cluster cluster, Node node, String secret) {
        this.cluster = cluster;
        this.node = node;
        this.secret = secret;
    }

    /** The same through a node that is none of the cluster's. */
    Operator at(Node other) {
        return new Operator(cluster, other, secret);
    }

    String secret() {
        return secret;
    }

    /** An account of its own for one test, without configurations. */
    Tenant tenant() {
        var body = Json.createObjectBuilder().add("name", "Tenant").build();
        return new Tenant(cluster, create("/api/account/", body).getString("resource_id"));
    }

    JsonObject create(String path, JsonObject body) {
        var answer = send(node, "POST", path, body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    HttpResponse<String> send(Node node, String method, String path, String body) {
        return send(node, token(node, ID, secret), method, path, body);
    }

    static HttpResponse<String> send(
            Node node, String token, String method, String path, String body) {
        return Http.send(
                Http.request(node.url(path))
                        .header("Authorization", "Bearer " + token)
                        .header(
                                "Content-Type",
                                method.equals("PATCH")
                                        ? "application/merge-patch+json"
                                        : "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    static String token(Node node, String client, String secret) {
        var form =
                "grant_type=client_credentials&client_id="
                        + client
                        + "&client_secret="
                        + URLEncoder.encode(secret, UTF_8);
        var answer =
                Http.send(
                        Http.request(node.url("/api/token/"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).getString("access_token");
    }

    /** An Official Account that WeChat knows, with a secret that stands nowhere else. */
    OfficialAccount officialAccount() {
        var mark = UUID.randomUUID().toString().replace("-", "");
        var account =
                new OfficialAccount(
                        "wx" + mark.substring(16), "secret" + mark, node.url("").getHost());
        return account.asTestAccount();
    }

    JsonObject configure(Tenant tenant, OfficialAccount account, String domain) {
        cluster.wechat().register(account);
        return create(
                "/api/configuration/",
                Json.createObjectBuilder()
                        .add("account_id", tenant.id())
                        .add("name", domain)
                        .add("domain", domain)
                        .add("app_id", account.appId())
                        .add("app_secret", account.secret())
                        .build());
    }

    JsonObject app(Tenant tenant, String... scopes) {
        JsonArray words = Json.createArrayBuilder(List.of(scopes)).build();
        return create(
                        "/api/app/",
                        Json.createObjectBuilder()
                                .add("account_id", tenant.id())
                                .add("name", "App")
                                .add("scopes", words)
                                .build())
                .getJsonObject("resource");
    }

    static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
