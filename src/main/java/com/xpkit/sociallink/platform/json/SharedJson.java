package com.xpkit.sociallink.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/**
 * JSON made and read by one provider. {@link jakarta.json.Json} searches the whole class path for its provider at each
 * call: a page of fifty profiles spent most of its time there.
 */
public final class SharedJson {

    public static final JsonProvider JSON = JsonProvider.provider();

    private SharedJson() {}

    /** Parses an object that the service itself wrote. */
    public static JsonObject object(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Parses an array that the service itself wrote. */
    public static JsonArray array(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }
}
