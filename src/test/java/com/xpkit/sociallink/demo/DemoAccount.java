package com.xpkit.sociallink.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The account of the demo, made through the API on the first start and found again on later ones. */
public final class DemoAccount {

    public static final String OPERATOR = "demo-operator";

    private final String service;
    private final String operatorSecret;
    private final Path file;
    private final Properties kept = new Properties();
    private final HttpClient http = HttpClient.newHttpClient();

    public DemoAccount(String service, String operatorSecret, Path data) {
        this.service = service;
        this.operatorSecret = operatorSecret;
        file = data.resolve("demo.properties");
    }

    /** The account with an app and a configuration for the simulator's Official Account. */
    public DemoAccount ready(String appId, String appSecret, int applicationPort)
            throws IOException, InterruptedException {
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                kept.load(in);
            }
        } else {
            make(appId, appSecret, applicationPort);
            try (var out = Files.newBufferedWriter(file)) {
                kept.store(out, "the demo account and its app");
            }
        }
        return this;
    }

    private void make(String appId, String appSecret, int applicationPort)
            throws IOException, InterruptedException {
        var token = token();
        var account =
                create(token, "account", Json.createObjectBuilder().add("name", "Demo").build());
        kept.setProperty("account_id", account.getString("resource_id"));
        var app =
                create(
                                token,
                                "app",
                                Json.createObjectBuilder()
                                        .add("account_id", accountId())
                                        .add("name", "Demo application")
                                        .add(
                                                "scopes",
                                                Json.createArrayBuilder().add("profile:read"))
                                        .build())
                        .getJsonObject("resource");
        kept.setProperty("client_id", app.getString("client_id"));
        kept.setProperty("client_secret", app.getString("client_secret"));
        create(
                token,
                "configuration",
                Json.createObjectBuilder()
                        .add("account_id", accountId())
                        .add("name", "Demo configuration")
                        .add("type", "wechat")
                        .add("domain", "http://localhost:" + applicationPort)
                        .add("app_id", appId)
                        .add("app_secret", appSecret)
                        .build());
    }

    public String accountId() {
        return kept.getProperty("account_id");
    }

    String clientId() {
        return kept.getProperty("client_id");
    }

    DemoApplication application(int port) throws IOException {
        return new DemoApplication(
                service, accountId(), clientId(), kept.getProperty("client_secret"), port);
    }

    private String token() throws IOException, InterruptedException {
        var form =
                "grant_type=client_credentials&client_id="
                        + OPERATOR
                        + "&client_secret="
                        + URLEncoder.encode(operatorSecret, StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(URI.create(service + "/api/token/"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        return send(request, 200).getString("access_token");
    }

    private JsonObject create(String token, String kind, JsonObject body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(service + "/api/" + kind + "/"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        return send(request, 201);
    }

    private JsonObject send(HttpRequest request, int expected)
            throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IOException(
                    request.uri() + " answered " + answer.statusCode() + answer.body());
        }
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
