package com.xpkit.sociallink.platform.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.fuzz.Bodies;
import com.xpkit.sociallink.fuzz.Choices;
import com.xpkit.sociallink.fuzz.Fuzz;
import com.xpkit.sociallink.fuzz.JsonTexts;
import com.xpkit.sociallink.fuzz.Octets;
import com.xpkit.sociallink.platform.error.Refusal;
import com.xpkit.sociallink.platform.http.BodySettings;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.json.JsonShape;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonDocumentReaderFuzzTest {

    private static byte[] body(Choices choices) {
        return Octets.of(choices, Bodies.profile(choices));
    }

    @Test
    void whatIsReadIsReadAgainTheSame() {
        Fuzz.check(
                "json",
                JsonDocumentReaderFuzzTest::body,
                body -> {
                    var read = read(body);
                    if (read.isPresent()) {
                        var again = read(read.get().toString().getBytes(UTF_8));
                        assertThat(again).isEqualTo(read);
                    }
                });
    }

    /** Empty if it is refused; nothing else may happen. */
    private static Optional<JsonObject> read(byte[] body) throws IOException {
        var reader = new JsonDocumentReader();
        reader.limits = new BodySettings(SettingsMother.shipped());
        try {
            return Optional.ofNullable(
                            reader.readFrom(
                                    JsonDocument.class,
                                    JsonDocument.class,
                                    null,
                                    MediaType.APPLICATION_JSON_TYPE,
                                    null,
                                    new ByteArrayInputStream(body)))
                    .map(JsonDocument::json);
        } catch (Refusal refused) {
            assertThat(refused.getMessage()).hasSizeLessThan(1_000);
            return Optional.empty();
        }
    }

    @Test
    void theShapeIsTheParsersWhereItReads() {
        Fuzz.check(
                "shape",
                choices -> "{\"a\":" + JsonTexts.value(choices) + "}",
                text -> {
                    var read = read(text.getBytes(UTF_8));
                    var shape = JsonShape.of(text);
                    read.ifPresent(
                            json -> {
                                assertThat(shape.depth()).isEqualTo(depth(json));
                                assertThat(shape.values()).isEqualTo(values(json));
                                assertThat(shape.end()).isEqualTo(text.length());
                            });
                });
    }

    private static int depth(JsonValue value) {
        return isStructure(value)
                ? 1 + parts(value).stream().mapToInt(part -> depth(part)).max().orElse(0)
                : 0;
    }

    private static int values(JsonValue value) {
        return parts(value).stream().mapToInt(part -> 1 + values(part)).sum();
    }

    private static boolean isStructure(JsonValue value) {
        return value.getValueType() == JsonValue.ValueType.OBJECT
                || value.getValueType() == JsonValue.ValueType.ARRAY;
    }

    private static Collection<JsonValue> parts(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> value.asJsonObject().values();
            case ARRAY -> value.asJsonArray();
            default -> List.of();
        };
    }
}
