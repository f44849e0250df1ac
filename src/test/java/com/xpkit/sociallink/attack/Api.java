package com.xpkit.sociallink.attack;

import com.xpkit.sociallink.server.Node;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The service's API for one client; its answers must be successful. It sets up the test bed. */
final class Api {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Node node;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param token of the client */
    Api(Node node, String token) {
        this.node = node;
        this.token = token;
    }

    /** A request in the client's name, to be sent by others. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private URI address(String path) {
        return node.url(path.replace("|", "%7C"));
    }

    HttpRequest post(String path, byte[] body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    HttpRequest get(String path) {
        return request(path).build();
    }

    JsonObject create(String path, String body) {
        return good(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    JsonObject read(String path) {
        return good(request(path));
    }

    private JsonObject good(HttpRequest.Builder request) {
        var answer = send(request.build());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    answer.uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
        }
        return json(answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
