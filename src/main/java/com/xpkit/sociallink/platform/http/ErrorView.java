package com.xpkit.sociallink.platform.http;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** The JSON of an error: {@code {"error","description","extra_info":{"fields":{…}}}}. */
public final class ErrorView {

    private ErrorView() {}

    public static JsonObject of(String error, String description, Map<String, String> fields) {
        var extra = JSON.createObjectBuilder();
        if (!fields.isEmpty()) {
            var faults = JSON.createObjectBuilder();
            new TreeMap<>(fields).forEach(faults::add);
            extra.add("fields", faults);
        }
        return JSON.createObjectBuilder()
                .add("error", error)
                .add("description", description)
                .add("extra_info", extra)
                .build();
    }

    /** The error for a status when there is no better description. */
    public static JsonObject of(int status) {
        return of(word(status), sentence(status), Map.of());
    }

    private static String word(int status) {
        return switch (status) {
            case 401 -> "invalid_token";
            case 403 -> "insufficient_scope";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 409 -> "conflict";
            case 413 -> "body_too_large";
            case 414 -> "address_too_long";
            case 415 -> "unsupported_media_type";
            case 429 -> "rate_limited";
            case 431 -> "headers_too_large";
            case 503 -> "temporarily_unavailable";
            default -> status < 500 ? "invalid_request" : "server_error";
        };
    }

    private static String sentence(int status) {
        return switch (status) {
            case 404 -> "There is no such resource.";
            case 405 -> "This path does not know this method.";
            case 406 -> "Answers are application/json.";
            case 409 -> "Somebody else changed it at the same moment: read it again, then repeat.";
            case 413 -> "The body is too large.";
            case 414 -> "The address is too long.";
            case 415 -> "This path takes application/json.";
            case 431 -> "The request's headers are too large.";
            case 503 -> "The service cannot reach its database. Please try again shortly.";
            default ->
                    status < 500
                            ? "The request cannot be understood."
                            : "Something went wrong here.";
        };
    }
}
