package com.xpkit.sociallink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.error.InvalidFields;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorViewTest {

    @Test
    void hasTheContractsShape() {
        var json = ErrorView.of("conflict", "It is.", Map.of("b", "is taken", "a", "is missing"));

        assertThat(json)
                .hasToString(
                        "{\"error\":\"conflict\",\"description\":\"It is.\",\"extra_info\":"
                                + "{\"fields\":{\"a\":\"is missing\",\"b\":\"is taken\"}}}");
    }

    @Test
    void leavesFieldsOutWhenThereAreNone() {
        assertThat(ErrorView.of("x", "y", Map.of()).getJsonObject("extra_info")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request",
        "401, invalid_token",
        "403, insufficient_scope",
        "404, not_found",
        "405, method_not_allowed",
        "409, conflict",
        "415, unsupported_media_type",
        "418, invalid_request",
        "429, rate_limited",
        "500, server_error",
        "503, temporarily_unavailable"
    })
    void hasAWordForEachStatus(int status, String word) {
        var json = ErrorView.of(status);

        assertThat(json.getString("error")).isEqualTo(word);
        assertThat(json.getString("description")).endsWith(".");
    }

    @Test
    void describesFaultyFieldsInASentenceToo() {
        var refused = new InvalidFields(Map.of("b", "is taken", "a", "is missing"));

        assertThat(refused).hasMessage("a is missing; b is taken.");
        assertThat(refused.status()).isEqualTo(400);
    }
}
