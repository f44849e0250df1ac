package com.xpkit.sociallink.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.api.BodyTooLarge;
import com.xpkit.sociallink.api.BodyTooSlow;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormReadingTest {

    private static final int LARGEST = 1_024;
    private static final Duration TIME = Duration.ofSeconds(10);

    private final Map<String, Object> attributes = new HashMap<>();
    private final Queue<byte[]> arrived = new ArrayDeque<>();
    private FormReading reading;
    private long timeout;
    private int dispatches;
    private int read;

    @BeforeEach
    void begin() throws IOException {
        FormReading.begin(request(), null, LARGEST, TIME);
    }

    private HttpServletRequest request() {
        return doubled(
                HttpServletRequest.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "getInputStream" -> stream();
                            case "startAsync" -> waiting();
                            case "getAttribute" -> attributes.get(arguments[0]);
                            case "setAttribute" ->
                                    attributes.put((String) arguments[0], arguments[1]);
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
    }

    private AsyncContext waiting() {
        return doubled(
                AsyncContext.class,
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "setTimeout" -> timeout = (long) arguments[0];
                        case "addListener" -> reading = (FormReading) arguments[0];
                        case "dispatch" -> dispatches++;
                        case "getRequest" -> {
                            return request();
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }

    private static <T> T doubled(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        FormReadingTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private ServletInputStream stream() {
        return new ServletInputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                var next = arrived.remove();
                System.arraycopy(next, 0, bytes, offset, next.length);
                read += next.length;
                return next.length;
            }

            @Override
            public boolean isFinished() {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean isReady() {
                return !arrived.isEmpty();
            }

            @Override
            public void setReadListener(ReadListener listener) {
                assertThat(listener).isSameAs(reading);
            }
        };
    }

    private void arrives(String... texts) throws IOException {
        for (var text : texts) {
            arrived.add(text.getBytes(UTF_8));
        }
        reading.onDataAvailable();
    }

    @Test
    void waitsUntilTheFormIsWhole() throws IOException {
        arrives("client_", "id=");
        arrives("a");

        assertThat(dispatches).isZero();
        assertThat(FormReading.outcome(request())).isEmpty();
        assertThat(timeout).isEqualTo(TIME.toMillis());
    }

    @Test
    void handsOverAWholeForm() throws IOException {
        arrives("client_", "id=");
        arrives("a");
        reading.onAllDataRead();

        assertThat(dispatches).isEqualTo(1);
        assertThat(FormReading.outcome(request())).hasValue("client_id=a".getBytes(UTF_8));
    }

    @Test
    void readsNoMoreOfAFormThatIsTooLarge() throws IOException {
        arrives("x".repeat(LARGEST), "y", "z");

        assertThat(read).isEqualTo(LARGEST + 1);
        assertThat(dispatches).isEqualTo(1);
        assertThatThrownBy(() -> FormReading.outcome(request())).isInstanceOf(BodyTooLarge.class);
    }

    @Test
    void endsAFormThatComesTooSlowly() throws IOException {
        arrives("client_id=");
        reading.onTimeout(null);

        assertThat(dispatches).isEqualTo(1);
        assertThatThrownBy(() -> FormReading.outcome(request()))
                .isInstanceOf(BodyTooSlow.class)
                .hasMessageContaining("sociallink.limits.body-time");
    }

    @Test
    void refusesAFormThatBreaksOff() {
        reading.onError(new IOException("gone"));

        assertThatThrownBy(() -> FormReading.outcome(request())).isInstanceOf(OAuthError.class);
    }

    @Test
    void hasOneOutcome() throws IOException {
        reading.onTimeout(null);
        arrives("a");
        reading.onAllDataRead();
        reading.onError(new IOException("gone"));

        assertThat(dispatches).isEqualTo(1);
        assertThat(read).isZero();
        assertThatThrownBy(() -> FormReading.outcome(request())).isInstanceOf(BodyTooSlow.class);
    }
}
