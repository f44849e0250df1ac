package com.xpkit.sociallink.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimedBodyTest {

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int LARGEST = 20_000;

    private long nanoTime = Long.MAX_VALUE - 1;
    private int given;

    @Test
    void readsABodyOfTheLargestSize() throws IOException {
        var bytes = "x".repeat(LARGEST).getBytes(UTF_8);

        assertThat(body().read(new ByteArrayInputStream(bytes))).isEqualTo(bytes);
    }

    private TimedBody body() {
        return new TimedBody(LARGEST, "sociallink.limits.body", TIME, () -> nanoTime);
    }

    @Test
    void readsNoMoreThanOneByteTooMany() {
        assertThatThrownBy(() -> body().read(dripping(Duration.ZERO, 1_000)))
                .isInstanceOf(BodyTooLarge.class);
        assertThat(given).isEqualTo(LARGEST + 1);
    }

    @Test
    void endsABodyThatDrips() {
        assertThatThrownBy(() -> body().read(dripping(Duration.ofMillis(2_500), 1)))
                .isInstanceOf(BodyTooSlow.class)
                .hasMessage("The body took longer than PT10S (sociallink.limits.body-time).");
        assertThat(given).isEqualTo(5);
    }

    @Test
    void leavesASlowBodyItsTime() throws IOException {
        var slow = dripping(Duration.ofMillis(2_500), 1);

        assertThat(body().read(new First(slow, 4))).hasSize(4);
    }

    /** A few bytes for each read, each after a pause, for ever. */
    private InputStream dripping(Duration pause, int some) {
        return new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                nanoTime += pause.toNanos();
                var read = Math.min(some, length);
                given += read;
                return read;
            }
        };
    }

    /** The first few reads of another stream. */
    private static final class First extends InputStream {

        private final InputStream all;
        private int left;

        First(InputStream all, int reads) {
            this.all = all;
            left = reads;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return left-- > 0 ? all.read(bytes, offset, length) : -1;
        }
    }
}
