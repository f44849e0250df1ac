package com.xpkit.sociallink.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {

    private static final String TYPE = "multipart/form-data; boundary=b";

    @Test
    void readsValuesByTheirNames() {
        var body =
                part("name=\"a\"", "1")
                        + part("name=\"b\"", "2")
                        + part("name=\"a\"", "3")
                        + "--b--\r\n";

        assertThat(values(TYPE, body)).hasValue(Map.of("a", List.of("1", "3"), "b", List.of("2")));
    }

    private static String part(String parameters, String value) {
        return "--b\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n" + value + "\r\n";
    }

    private static Optional<Map<String, List<String>>> values(String type, String body) {
        return MultipartForm.values(type, body.getBytes(UTF_8));
    }

    @Test
    void takesAValueAsItIs() {
        var value = "ä 你 a+b%41\r\n--c\r\n\r\nx--b inside of a line";

        assertThat(values(TYPE, "before\r\n" + part("name=a", value) + "--b--after"))
                .hasValue(Map.of("a", List.of(value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=b",
                "multipart/form-data;boundary=\"b\"",
                "Multipart/Form-Data; charset=utf-8; Boundary=b",
                "multipart/form-data; boundary=b; charset=utf-8"
            })
    void findsTheBoundary(String type) {
        assertThat(values(type, part("name=a", "1") + "--b--")).hasValue(Map.of("a", List.of("1")));
    }

    @Test
    void takesHeadersInAnyCaseAndOrder() {
        var body =
                "--b\r\nContent-Type: text/plain\r\ncontent-disposition:form-data;name=\"a\"\r\n\r\n1\r\n--b--";

        assertThat(values(TYPE, body)).hasValue(Map.of("a", List.of("1")));
    }

    @Test
    void leavesFilesOut() {
        var body =
                part("name=\"a\"; filename=\"name=x.txt\"", "1")
                        + part("filename*=UTF-8''x; name=b", "2")
                        + part("name=c", "3")
                        + "--b--";

        assertThat(values(TYPE, body)).hasValue(Map.of("c", List.of("3")));
    }

    @Test
    void treatsAFormWithoutPartsAsEmpty() {
        assertThat(values(TYPE, "--b--\r\n")).hasValue(Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a=b",
                "--b\r\n",
                "--b\r\n--b--",
                "--b\r\nX\r\n\r\n--b--",
                "--b\r\nX: y\r\n\r\n1\r\n--b--",
                "--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--",
                "--b\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n",
                "--b\nContent-Disposition: form-data; name=a\n\n1\n--b--"
            })
    void givesNothingForWhatIsNotAForm(String body) {
        assertThat(values(TYPE, body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\""
            })
    void givesNothingWithoutABoundary(String type) {
        assertThat(values(type, part("name=a", "1") + "--b--")).isEmpty();
    }

    /** As large as a form may be, made of text that the patterns have to search. */
    @Test
    void readsHostileFormsInNoTime() {
        var most = 16_384;

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> {
                    for (var part :
                            List.of(
                                    ";",
                                    "; name=",
                                    " ",
                                    "\"",
                                    "\r\n--b",
                                    "\r\nContent-Disposition: form-data;")) {
                        values(
                                TYPE,
                                "--b\r\nContent-Disposition: form-data;"
                                        + part.repeat(most / part.length())
                                        + "\r\n\r\n1\r\n--b--");
                        values(TYPE + part.repeat(most / part.length()), "--b--");
                    }
                });
    }
}
