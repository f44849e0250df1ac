package com.xpkit.sociallink.demo;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The service as an application's server sees it: a token, then profiles. */
final class SocialLink {

    private final ApiClient api;
    private final String clientId;
    private final String clientSecret;
    private volatile Optional<ApiClient> app = Optional.empty();

    SocialLink(String service, String clientId, String clientSecret) {
        api = ApiClient.at(path -> URI.create(service + path));
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** The stored profile as indented JSON; the {@link IOException} says why there is none. */
    String profile(UUID id) throws IOException {
        var path = "/api/profile/" + id + "/";
        try {
            var answer = (app.isPresent() ? app.get() : login()).get(path);
            if (answer.status() == 401) {
                answer = login().get(path);
            }
            return indented(json(path, answer));
        } catch (UncheckedIOException unreachable) {
            throw unreachable.getCause();
        }
    }

    private ApiClient login() throws IOException {
        var answer = json("/api/token/", api.askForToken(clientId, clientSecret));
        var fresh = api.withToken(answer.getString("access_token", ""));
        app = Optional.of(fresh);
        return fresh;
    }

    private static JsonObject json(String path, Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException(path + " answered " + answer.status());
        }
        return answer.json();
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
