package com.xpkit.sociallink.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/**
 * JSON made and read by one provider. {@link jakarta.json.Json} looks for its provider anew at each call,
 * through the whole class path: a page of fifty profiles spent most of its time there.
 */
public final class SharedJson {

    public static final JsonProvider JSON = JsonProvider.provider();

    private SharedJson() {}

    /** What the service itself has written. */
    public static JsonObject object(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** What the service itself has written. */
    public static JsonArray array(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }
}
