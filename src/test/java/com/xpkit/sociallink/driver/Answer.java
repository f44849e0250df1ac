package com.xpkit.sociallink.driver;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An answer of the service. */
public record Answer(int status, HttpHeaders headers, String body) {

    public static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public URI location() {
        return URI.create(header("Location").orElse("no:location"));
    }

    public JsonObject json() {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    /** The members of the one resource that the answer holds. */
    public JsonObject resource() {
        return json().getJsonObject("resource");
    }

    public String id() {
        return json().getString("resource_id");
    }

    public String etag() {
        return header("ETag").orElseThrow();
    }

    public List<JsonObject> results() {
        return json().getJsonArray("results").getValuesAs(JsonObject.class);
    }

    /** This member of each of the list's resources. */
    public List<String> each(String member) {
        return results().stream()
                .map(result -> result.getJsonObject("resource").getString(member))
                .toList();
    }

    /** The fields that an error names as faulty. */
    public Set<String> fields() {
        return json().getJsonObject("extra_info")
                .getOrDefault("fields", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .keySet();
    }

    /** The value of a query parameter of the address that the visitor is sent to. */
    public Optional<String> sent(String parameter) {
        return parameter(location(), parameter);
    }

    public static Optional<String> parameter(URI uri, String parameter) {
        return Stream.of(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&"))
                .filter(pair -> pair.startsWith(parameter + "="))
                .map(pair -> pair.substring(parameter.length() + 1))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .findFirst();
    }
}
