package com.xpkit.sociallink.token;

import com.xpkit.sociallink.api.BodyTooLarge;
import com.xpkit.sociallink.api.BodyTooSlow;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads a form without a thread that waits for it: strangers send forms, and two hundred that came slowly would keep
 * all of a server's threads. When the form is whole, or refused, the server sends the request to its servlet again.
 */
final class FormReading implements ReadListener, AsyncListener {

    private static final String OUTCOME = FormReading.class.getName();
    private static final int CHUNK = 4_096;

    private final AsyncContext request;
    private final ServletInputStream body;
    private final int largest;
    private final Duration time;
    private final ByteArrayOutputStream form = new ByteArrayOutputStream();
    private final AtomicBoolean isOver = new AtomicBoolean();

    private FormReading(AsyncContext request, ServletInputStream body, int largest, Duration time) {
        this.request = request;
        this.body = body;
        this.largest = largest;
        this.time = time;
    }

    /**
     * Returns at once; {@link #outcome} tells what came of it when the request is here again.
     *
     * @param largest in bytes
     */
    static void begin(
            HttpServletRequest request, HttpServletResponse response, int largest, Duration time)
            throws IOException {
        var body = request.getInputStream();
        var waiting = request.startAsync(request, response);
        waiting.setTimeout(time.toMillis());
        var reading = new FormReading(waiting, body, largest, time);
        waiting.addListener(reading);
        body.setReadListener(reading);
    }

    /**
     * Empty when nobody has begun to read it.
     *
     * @throws BodyTooLarge when it is larger than it may be
     * @throws BodyTooSlow when it was not whole in its time
     * @throws OAuthError when it could not be read
     */
    static Optional<byte[]> outcome(HttpServletRequest request) {
        var outcome = request.getAttribute(OUTCOME);
        if (outcome instanceof RuntimeException refused) {
            throw refused;
        }
        return Optional.ofNullable((byte[]) outcome);
    }

    @Override
    public void onDataAvailable() throws IOException {
        var chunk = new byte[CHUNK];
        while (!isOver.get() && body.isReady()) {
            var read = body.read(chunk);
            if (read < 0) {
                return;
            }
            form.write(chunk, 0, read);
            if (form.size() > largest) {
                end(new BodyTooLarge(largest, FormSettings.LARGEST));
            }
        }
    }

    @Override
    public void onAllDataRead() {
        end(form.toByteArray());
    }

    @Override
    public void onError(Throwable gone) {
        end(TokenForm.unreadable());
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end(new BodyTooSlow(time));
    }

    private void end(Object outcome) {
        if (!isOver.getAndSet(true)) {
            request.getRequest().setAttribute(OUTCOME, outcome);
            request.dispatch();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
