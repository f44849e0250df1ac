package com.xpkit.sociallink.platform.rest;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.platform.error.Quote;
import com.xpkit.sociallink.platform.http.BodySettings;
import com.xpkit.sociallink.platform.http.TimedBody;
import com.xpkit.sociallink.platform.json.ByteOrderMark;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.json.JsonShape;
import com.xpkit.sociallink.platform.json.StorableJson;
import jakarta.inject.Inject;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Map;

/**
 * Reads a body strictly: UTF-8, one object, no duplicate names, and limits for size, time, depth, number of values and
 * length of names. A byte order mark only counts towards the size. Octets do not count as a body: see {@link
 * JsonTypes}.
 */
@Provider
@Consumes({
    MediaType.APPLICATION_JSON,
    "application/merge-patch+json",
    MediaType.APPLICATION_OCTET_STREAM
})
public class JsonDocumentReader implements MessageBodyReader<JsonDocument> {

    private static final JsonReaderFactory READERS =
            JSON.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    @Inject BodySettings limits;

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == JsonDocument.class;
    }

    @Override
    public JsonDocument readFrom(
            Class<JsonDocument> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes =
                new TimedBody(limits.maxBytes(), BodySettings.BODY, limits.time(), System::nanoTime)
                        .read(body);
        if (bytes.length == 0) {
            // as if there were no body: some clients send a content type without one
            return null;
        }
        var json = parse(text(bytes, ByteOrderMark.skip(bytes)));
        new StorableJson(limits.maxNameLength(), limits.maxPathLength()).check(json);
        return new JsonDocument(json);
    }

    private static String text(byte[] bytes, int begin) {
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, begin, bytes.length - begin))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new InvalidBody("The body is not UTF-8.");
        }
    }

    private JsonObject parse(String text) {
        checkShape(text);
        try (var reader = READERS.createReader(new StringReader(text))) {
            return object(reader.read());
        } catch (JsonException | IllegalStateException malformed) {
            throw new InvalidBody("The body is not JSON: " + reason(malformed));
        } catch (NumberFormatException | ArithmeticException | UnsupportedOperationException e) {
            // some parsers read numbers at once, others on demand: see StorableJson
            throw new InvalidBody(
                    "The body holds a number with too many digits or too large an exponent.");
        }
    }

    private static JsonObject object(JsonStructure structure) {
        if (structure instanceof JsonObject object) {
            return object;
        }
        throw new InvalidBody("The body must be a JSON object.");
    }

    private static String reason(RuntimeException malformed) {
        var message = String.valueOf(malformed.getMessage());
        return Quote.of(message);
    }

    /** Must run before the parser creates an object for each value. */
    private void checkShape(String text) {
        var shape = JsonShape.of(text);
        if (shape.depth() > limits.maxDepth()) {
            throw new InvalidBody(
                    "The body is nested more than %d deep (sociallink.limits.depth)."
                            .formatted(limits.maxDepth()));
        }
        if (shape.values() > limits.maxElements()) {
            throw new InvalidBody(
                    "The body holds more than "
                            + limits.maxElements()
                            + " values (sociallink.limits.elements).");
        }
        // not every parser checks what comes after the value
        if (!text.substring(shape.end()).matches("[ \\t\\r\\n]*")) {
            throw new InvalidBody("The body continues after its JSON object.");
        }
    }
}
