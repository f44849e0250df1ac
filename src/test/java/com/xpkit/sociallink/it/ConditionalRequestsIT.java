package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code If-Match} and {@code If-None-Match}, also with tags that a compressing proxy has changed. */
class ConditionalRequestsIT extends OnAServer {

    private final ApiClient operator = Service.operator();
    private String path;
    private String tag;

    @BeforeEach
    void create() {
        path = "/api/account/" + operator.openAccount() + "/";
        tag = operator.get(path).etag();
        assertThat(tag).matches("\"[^\"]+\"");
    }

    /** %s is the tag, and %2$s is the tag without its quotation marks. */
    private String with(String template) {
        return template.formatted(tag, tag.substring(1, tag.length() - 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "W/%s", "\"%2$s-gzip\"", "\"no\", W/%s", " \"no\" ,%s, W/\"x\" ", "*"})
    void saysThatNothingChanged(String known) {
        var answer = operator.get(path, "If-None-Match", with(known));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.etag()).isEqualTo(tag);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void readsTagsFromSeveralLines() {
        var answer = operator.get(path, "If-None-Match", "\"no\"", "If-None-Match", with("W/%s"));

        assertThat(answer.status()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"no\"", "W/\"no\"", "\"", "x", "%2$s", "W/", "\"no", "*, *"})
    void showsWhatTheReaderDoesNotHave(String known) {
        expect(operator.get(path, "If-None-Match", with(known))).has(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"%2$s-gzip\"", "\"no\", W/%s", "*"})
    void letsAWriteOfTheNamedVersionPass(String expected) {
        expect(operator.get(path, "If-Match", with(expected))).has(200);
        expect(operator.patch(path, ApiClient.account("New"), "If-Match", with(expected))).has(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"no\"", "W/\"no\"", "W/\"%2$s0\"", "\"no-gzip\", \"\""})
    void refusesAWriteOfAnotherVersion(String expected) {
        expect(operator.get(path, "If-Match", with(expected)))
                .isRefused(412, "precondition_failed");
        expect(operator.patch(path, ApiClient.account("New"), "If-Match", with(expected)))
                .isRefused(412, "precondition_failed");
        expect(operator.delete(path, "If-Match", with(expected))).isRefused(412);
        assertThat(operator.get(path).etag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2$s", "x", "\"", "W/"})
    void saysThatATagHasLostItsQuotationMarks(String expected) {
        var answer = operator.patch(path, ApiClient.account("New"), "If-Match", with(expected));

        expect(answer).isRefused(412);
        assertThat(answer.json().getString("description")).contains("quotation marks");
    }
}
