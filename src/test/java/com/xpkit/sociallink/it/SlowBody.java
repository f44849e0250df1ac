package com.xpkit.sociallink.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.driver.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A POST whose body never ends; it uses no thread of the test. */
final class SlowBody implements AutoCloseable {

    private static final int LENGTH = 1_000;

    private final SocketChannel channel;
    private final StringBuilder answer = new StringBuilder();
    private boolean isOver;

    private SlowBody(String head) {
        try {
            channel =
                    SocketChannel.open(
                            new InetSocketAddress(Service.URL.getHost(), Service.URL.getPort()));
            channel.write(ByteBuffer.wrap(head.getBytes(UTF_8)));
            channel.configureBlocking(false);
        } catch (IOException nobody) {
            throw new UncheckedIOException(nobody);
        }
    }

    static SlowBody to(String path, String type) {
        return to(path, type, LENGTH);
    }

    static SlowBody to(String path, String type, int length) {
        return new SlowBody(head(path, type, length) + "\r\n");
    }

    static SlowBody to(String path, String type, ApiClient caller) {
        return new SlowBody(
                head(path, type, LENGTH) + "Authorization: Bearer " + caller.token() + "\r\n\r\n");
    }

    private static String head(String path, String type, int length) {
        return "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                .formatted(path, Service.URL.getAuthority(), type, length);
    }

    /** One more byte, unless the server wants none. */
    void drip() {
        if (!isAnswered()) {
            say(" ");
        }
    }

    void say(String text) {
        try {
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
        } catch (IOException cut) {
            isOver = true;
        }
    }

    /** With an answer's whole body, or by an end of the connection. */
    boolean isAnswered() {
        read();
        return isOver || answer.toString().endsWith("}") || answer.toString().endsWith("0\r\n\r\n");
    }

    private void read() {
        var buffer = ByteBuffer.allocate(4_096);
        try {
            for (int read = channel.read(buffer); read != 0; read = channel.read(buffer)) {
                if (read < 0) {
                    isOver = true;
                    return;
                }
                answer.append(UTF_8.decode(buffer.flip()));
                buffer.clear();
            }
        } catch (IOException cut) {
            isOver = true;
        }
    }

    /** What has come so far. */
    String answer() {
        return answer.toString();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ended) {
            // by the server already
        }
    }
}
