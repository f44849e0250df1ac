package com.xpkit.sociallink.platform.json;

import jakarta.json.Json;
import java.io.StringReader;

/** Bodies of requests. */
public final class JsonMother {

    private JsonMother() {}

    /** With ' instead of ". */
    public static JsonDocument document(String json) {
        try (var reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return new JsonDocument(reader.readObject());
        }
    }
}
