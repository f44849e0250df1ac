package com.xpkit.sociallink.platform.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Reads a body that must arrive completely within a time limit. A single read only waits for the next bytes, so without
 * this limit a client that sends a byte now and then could keep a thread as long as it likes.
 */
public final class TimedBody {

    private static final int CHUNK = 8_192;

    private final int maxBytes;
    private final String setting;
    private final Duration time;
    private final LongSupplier nanoTime;

    /**
     * @param maxBytes the limit
     * @param setting the name of the setting with the limit
     * @param nanoTime as {@link System#nanoTime}
     */
    public TimedBody(int maxBytes, String setting, Duration time, LongSupplier nanoTime) {
        this.maxBytes = maxBytes;
        this.setting = setting;
        this.time = time;
        this.nanoTime = nanoTime;
    }

    /**
     * Reads at most one byte more than the limit.
     *
     * @throws BodyTooLarge when the body exceeds the limit
     * @throws BodyTooSlow when the body is incomplete after the time
     */
    public byte[] read(InputStream body) throws IOException {
        var end = nanoTime.getAsLong() + time.toNanos();
        var bytes = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        for (int read = next(body, chunk, 0); read >= 0; read = next(body, chunk, bytes.size())) {
            bytes.write(chunk, 0, read);
            if (bytes.size() > maxBytes) {
                throw new BodyTooLarge(maxBytes, setting);
            }
            if (nanoTime.getAsLong() - end > 0) {
                throw new BodyTooSlow(time);
            }
        }
        return bytes.toByteArray();
    }

    private int next(InputStream body, byte[] chunk, int done) throws IOException {
        return body.read(chunk, 0, Math.min(chunk.length, maxBytes + 1 - done));
    }
}
