package com.xpkit.sociallink.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.driver.ApiClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The calls of XPKit's JavaScript SDK 1.0.0, as it makes them: no slash at a path's end, a token by
 * multipart form data, {@code Content-Type: application/json} even without a body, no body for an empty
 * object, empty values for options that are not set; after 401 or 403 a new token and the same request again.
 */
final class XpkitSdk {

    /** Like a browser's fetch: redirects are followed for every method. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .build();

    private final String clientId;
    private final String clientSecret;
    private String accessToken;
    private int tokens;

    XpkitSdk(String clientId, String clientSecret) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        refreshToken();
    }

    /** How often it has asked for a token. */
    int tokens() {
        return tokens;
    }

    /** Replaces the token by one that the service does not know. */
    void forgetToken() {
        accessToken = "void";
    }

    private void refreshToken() {
        var form =
                part("grant_type", "client_credentials")
                        + part("client_id", clientId)
                        + part("client_secret", clientSecret)
                        + "------formdata-undici-0--\r\n";
        var request =
                HttpRequest.newBuilder(Service.URL.resolve("/api/token/"))
                        .header("User-Agent", "xpkit-js-sdk")
                        .header(
                                "Content-Type",
                                "multipart/form-data; boundary=----formdata-undici-0")
                        .POST(BodyPublishers.ofString(form));
        accessToken = parsed(send(request)).getString("access_token");
        tokens++;
    }

    private static String part(String name, String value) {
        return "------formdata-undici-0\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value);
    }

    JsonObject getResources(String path, Map<String, String> options) {
        var query =
                options.entrySet().stream()
                        .map(
                                o ->
                                        ApiClient.encode(o.getKey())
                                                + "="
                                                + ApiClient.encode(o.getValue()))
                        .collect(Collectors.joining("&"));
        return call("GET", path + (query.isEmpty() ? "" : "?" + query), "");
    }

    JsonObject callResource(String path, String method) {
        return call(method, path, "");
    }

    JsonObject callResource(String path, String method, JsonObject resource) {
        return call(method, path, resource.isEmpty() ? "" : resource.toString());
    }

    /** Its own check: nothing but 204 is a deletion. */
    boolean deleteResource(String path) {
        return retried("DELETE", path, "").statusCode() == 204;
    }

    private JsonObject call(String method, String path, String body) {
        return parsed(retried(method, path, body));
    }

    private HttpResponse<String> retried(String method, String path, String body) {
        var answer = send(request(method, path, body));
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
            refreshToken();
            return send(request(method, path, body));
        }
        return answer;
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        BodyPublisher publisher =
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8);
        return HttpRequest.newBuilder(URI.create(Service.URL + path))
                .header("User-Agent", "xpkit-js-sdk")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + accessToken)
                .method(method, publisher);
    }

    /** An answer that is not JSON, or not a success, is an error to the SDK. */
    private static JsonObject parsed(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            var json = reader.readObject();
            if (answer.statusCode() / 100 != 2) {
                throw new XpkitError(answer.statusCode(), json.getString("error"));
            }
            return json;
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString(UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** What the SDK throws: the service's word for the error, and the status. */
    static final class XpkitError extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int code;

        XpkitError(int code, String error) {
            super(error);
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
