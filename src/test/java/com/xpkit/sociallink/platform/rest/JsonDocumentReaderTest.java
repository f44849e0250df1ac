package com.xpkit.sociallink.platform.rest;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.error.Refusal;
import com.xpkit.sociallink.platform.http.BodySettings;
import com.xpkit.sociallink.platform.http.BodyTooLarge;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentReaderTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String MARK = "\uFEFF";

    @Test
    void readsAnObject() throws IOException {
        assertThat(read("{\"name\":\"小明 🐼\"}").getString("name")).isEqualTo("小明 🐼");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", "7", "\"x\"", "null", "true"})
    void refusesWhatIsNotAnObject(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidBody.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "{",
                "{\"a\":1",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1} x",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":\"\u0007\"}",
                "\u0000"
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidBody.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":1,\"a\":1}", "{\"x\":{\"a\":1,\"a\":2}}", "{\"a\":1,\"\\u0061\":2}"})
    void refusesANameThatOccursTwice(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidBody.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999999999999", "-1e-99999999999", "1e2147483647"})
    void refusesNumbersThatTheParserCannotRead(String number) {
        var digits = "7".repeat(100_000);

        assertThatThrownBy(() -> read("{\"a\":" + number + "}")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> read("{\"a\":[" + digits + "]}")).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        var broken = new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'};

        assertThatThrownBy(() -> read(broken)).hasMessage("The body is not UTF-8.");
        assertThatThrownBy(() -> read("{\"a\":1}".getBytes(UTF_16)))
                .isInstanceOf(InvalidBody.class);
    }

    @Test
    void ignoresAByteOrderMark() throws IOException {
        assertThat(read(MARK + "{\"a\":\"" + MARK + "小\"}").getString("a")).isEqualTo(MARK + "小");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\uFEFF\uFEFF{}", " \uFEFF{}", "{}\uFEFF", "{\uFEFF}", "\uFEFF", "\uFEFF[]"})
    void ignoresOneMarkAtTheBeginningAndNoOther(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidBody.class);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, UTF-16", "UTF-16BE, UTF-16", "UTF-32LE, UTF-32", "UTF-32BE, UTF-32"})
    void namesTheEncodingThatAMarkIsOf(String charset, String name) {
        var body = (MARK + "{\"a\":1}").getBytes(Charset.forName(charset));

        assertThatThrownBy(() -> read(body))
                .isInstanceOf(InvalidBody.class)
                .hasMessage(
                        "The body begins with the byte order mark of %s: JSON must be sent as UTF-8.",
                        name);
    }

    @Test
    void countsTheMarkForTheBodysSize() throws IOException {
        var largest = "{\"a\":\"" + "x".repeat(MEGABYTE - 11) + "\"}";

        assertThat(read(MARK + largest)).hasSize(1);
        assertThatThrownBy(() -> read(MARK + largest + " ")).isInstanceOf(BodyTooLarge.class);
    }

    @Test
    void readsAHundredLevelsAndNoMore() throws IOException {
        assertThat(read(nested(100))).isNotEmpty();
        assertThatThrownBy(() -> read(nested(101)))
                .isInstanceOf(InvalidBody.class)
                .hasMessageContaining("100 deep");
        assertThatThrownBy(() -> read("[".repeat(900_000))).isInstanceOf(InvalidBody.class);
    }

    @Test
    void countsNoBracketsInsideOfStrings() throws IOException {
        assertThat(read("{\"a\":\"\\\"" + "[".repeat(200) + "\"}")).hasSize(1);
    }

    @Test
    void readsAMegabyteAndNoMore() throws IOException {
        var frame = "{\"a\":\"\"}".length();

        assertThat(read("{\"a\":\"" + "x".repeat(MEGABYTE - frame) + "\"}")).hasSize(1);
        assertThatThrownBy(() -> read("{\"a\":\"" + "x".repeat(MEGABYTE - frame + 1) + "\"}"))
                .isInstanceOf(BodyTooLarge.class);
    }

    @Test
    void readsNothingBeyondTheLimit() {
        var endless = new ByteArrayInputStream(new byte[3 * MEGABYTE]);

        assertThatThrownBy(() -> read(endless)).isInstanceOf(BodyTooLarge.class);

        assertThat(endless.available()).isEqualTo(2 * MEGABYTE - 1);
    }

    @Test
    void takesNothingForNoBody() throws IOException {
        assertThat(document(new ByteArrayInputStream(new byte[0]))).isNull();
    }

    @Test
    void readsAHundredThousandValuesAndNoMore() throws IOException {
        assertThat(read(zeros(99_999)).getJsonArray("a")).hasSize(99_999);
        assertThatThrownBy(() -> read(zeros(100_000)))
                .isInstanceOf(InvalidBody.class)
                .hasMessage("The body holds more than 100000 values (sociallink.limits.elements).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[],", "{},", "[0],", "{\"x\":{}},"})
    void countsElementsThatAreObjectsAndArrays(String element) {
        var elements = element.repeat(100_001).replaceFirst(",$", "");

        assertThatThrownBy(() -> read("{\"a\":[" + elements + "]}"))
                .isInstanceOf(InvalidBody.class)
                .hasMessageContaining("sociallink.limits.elements");
    }

    @Test
    void countsNoCommasInsideOfStrings() throws IOException {
        assertThat(read("{\"a\":\"\\\"" + ",[".repeat(200_000) + "\"}")).hasSize(1);
    }

    /** {@code {"a":[0,0,…]}} has one more value than it has zeros: the array itself. */
    private static String zeros(int many) {
        return "{\"a\":[" + "0,".repeat(many - 1) + "0]}";
    }

    @Test
    void refusesALongNameAboveManyMembersAtOnce() {
        var members = "\"%d\":0,".repeat(40_000).replaceFirst(",$", "");
        var numbers = IntStream.range(0, 40_000).boxed().toArray();
        var body = "{\"" + "n".repeat(400_000) + "\":{" + String.format(members, numbers) + "}}";

        var refused =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(2),
                        () -> catchThrowableOfType(InvalidFields.class, () -> read(body)));

        assertThat(refused.fields())
                .containsExactly(
                        entry(
                                "n".repeat(100) + "…",
                                "has a name of more than 255 characters (sociallink.limits.name)"));
        assertThat(refused.getMessage()).hasSizeLessThan(300);
    }

    @Test
    void quotesLittleOfWhatIsNotJson() {
        var name = "n".repeat(200);

        assertThatThrownBy(() -> read("{\"" + name + "\":1,\"" + name + "\":1}"))
                .isInstanceOf(InvalidBody.class)
                .extracting(Throwable::getMessage, STRING)
                .hasSizeLessThan(130);
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    private static JsonObject read(String text) throws IOException {
        return read(text.getBytes(UTF_8));
    }

    private static JsonObject read(byte[] bytes) throws IOException {
        return read(new ByteArrayInputStream(bytes));
    }

    private static JsonObject read(ByteArrayInputStream body) throws IOException {
        return document(body).json();
    }

    private static JsonDocument document(ByteArrayInputStream body) throws IOException {
        var reader = new JsonDocumentReader();
        reader.limits = new BodySettings(SettingsMother.shipped());
        return reader.readFrom(
                JsonDocument.class,
                JsonDocument.class,
                null,
                MediaType.APPLICATION_JSON_TYPE,
                null,
                body);
    }
}
