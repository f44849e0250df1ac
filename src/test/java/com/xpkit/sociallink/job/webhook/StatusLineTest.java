package com.xpkit.sociallink.job.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusLineTest {

    @ParameterizedTest
    @CsvSource({"HTTP/1.1 200 OK, 200", "HTTP/1.0 204, 204", "HTTP/1.1 503 Not now, 503"})
    void saysTheStatus(String line, int status) throws Exception {
        assertThat(StatusLine.read(stream(line + "\r\nX: y\r\n\r\n"))).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "SSH-2.0-OpenSSH", "HTTP/1.1 2000 OK", "HTTP/1.1 099 No"})
    void isNotAnything(String line) {
        assertThatThrownBy(() -> StatusLine.read(stream(line)))
                .isInstanceOf(WebhookFailure.class)
                .hasMessage("no HTTP");
    }

    @Test
    void hasAnEnd() {
        var endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }
                };

        assertThatThrownBy(() -> StatusLine.read(endless)).hasMessage("no HTTP");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII));
    }
}
