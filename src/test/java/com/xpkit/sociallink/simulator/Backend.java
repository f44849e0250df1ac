package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A service that calls the API. */
final class Backend {

    private final HttpClient http = HttpClient.newHttpClient();
    private final WeChatSimulator simulator;

    Backend(WeChatSimulator simulator) {
        this.simulator = simulator;
    }

    HttpResponse<byte[]> get(String pathAndQuery) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(simulator.url() + pathAndQuery)));
    }

    HttpResponse<byte[]> token(String query) throws IOException, InterruptedException {
        return get("/sns/oauth2/access_token?" + query);
    }

    HttpResponse<byte[]> exchange(OfficialAccount account, String code)
            throws IOException, InterruptedException {
        return token(exchangeForm(account, code));
    }

    HttpResponse<byte[]> post(String path, String form) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(simulator.url() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<byte[]> userinfo(JsonObject token) throws IOException, InterruptedException {
        String accessToken = token.getString("access_token");
        return get(
                "/sns/userinfo?access_token="
                        + accessToken
                        + "&openid="
                        + token.getString("openid")
                        + "&lang=zh_CN");
    }

    static String exchangeForm(OfficialAccount account, String code) {
        return "appid="
                + account.appId()
                + "&secret="
                + account.secret()
                + "&code="
                + code
                + "&grant_type=authorization_code";
    }

    static JsonObject json(HttpResponse<byte[]> answer) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(answer.body()))) {
            return reader.readObject();
        }
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    static int errcode(HttpResponse<byte[]> answer) {
        return json(answer).getInt("errcode", 0);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }
}
