package com.xpkit.sociallink.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The service as an application's server sees it: a token, then profiles. */
final class SocialLink {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String service;
    private final String credentials;
    private volatile Optional<String> token = Optional.empty();

    SocialLink(String service, String clientId, String clientSecret) {
        this.service = service;
        this.credentials =
                "grant_type=client_credentials&client_id="
                        + URLEncoder.encode(clientId, UTF_8)
                        + "&client_secret="
                        + URLEncoder.encode(clientSecret, UTF_8);
    }

    /** The stored profile as indented JSON; {@link IOException} says why there is none. */
    String profile(UUID id) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = read(id, token.isPresent() ? token.get() : newToken());
        if (answer.statusCode() == 401) {
            answer = read(id, newToken());
        }
        return indented(json(answer));
    }

    private HttpResponse<byte[]> read(UUID id, String bearer)
            throws IOException, InterruptedException {
        return send(
                request("/api/profile/" + id + "/").header("Authorization", "Bearer " + bearer));
    }

    private String newToken() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                send(
                        request("/api/token/")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(credentials)));
        String fresh = json(answer).getString("access_token", "");
        token = Optional.of(fresh);
        return fresh;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static JsonObject json(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(
                    answer.request().uri().getPath() + " answered " + answer.statusCode());
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(answer.body()))) {
            return reader.readObject();
        }
    }

    private static String indented(JsonObject profile) {
        StringWriter text = new StringWriter();
        Map<String, ?> pretty = Map.of(JsonGenerator.PRETTY_PRINTING, true);
        try (JsonWriter writer = Json.createWriterFactory(pretty).createWriter(text)) {
            writer.writeObject(profile);
        }
        return text.toString().strip();
    }
}
