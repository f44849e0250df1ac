package com.xpkit.sociallink.api;

import java.util.Map;
import java.util.stream.Collectors;

/** Members of a body, or query parameters, that are unknown or faulty; each is named. */
public class InvalidFields extends Refusal {

    public InvalidFields(Map<String, String> fields) {
        super(400, "invalid_request", describe(fields), fields);
    }

    static String describe(Map<String, String> fields) {
        return Shown.fields(fields).entrySet().stream()
                .map(field -> field.getKey() + " " + field.getValue())
                .sorted()
                .collect(Collectors.joining("; ", "", "."));
    }
}
