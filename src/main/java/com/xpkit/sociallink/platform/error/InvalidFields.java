package com.xpkit.sociallink.platform.error;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Members of a body, or query parameters, that are unknown or invalid. The first {@value #MAX_SHOWN} are named and the
 * others counted: a request may have thousands, and the answer must not be larger than the request.
 */
public class InvalidFields extends Refusal {

    static final int MAX_SHOWN = 20;

    public InvalidFields(Map<String, String> fields) {
        super(400, "invalid_request", describe(fields), shown(fields));
    }

    static String describe(Map<String, String> fields) {
        var end =
                fields.size() > MAX_SHOWN ? "; and " + (fields.size() - MAX_SHOWN) + " more." : ".";
        return shown(fields).entrySet().stream()
                .map(field -> field.getKey() + " " + field.getValue())
                .sorted()
                .collect(Collectors.joining("; ", "", end));
    }

    static Map<String, String> shown(Map<String, String> fields) {
        var shown = new LinkedHashMap<String, String>();
        fields.entrySet().stream()
                .limit(MAX_SHOWN)
                .forEach(field -> shown.putIfAbsent(Quote.of(field.getKey()), field.getValue()));
        return shown;
    }
}
