package com.xpkit.sociallink.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver of webhooks that answers byte for byte what a test says, as HTTP servers in libraries do not. */
final class PlainReceiver implements AutoCloseable {

    private final ServerSocket server;
    private final String answer;
    private final AtomicInteger calls = new AtomicInteger();

    PlainReceiver(String answer) throws IOException {
        this.answer = answer;
        server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        Wire.daemon(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                Wire.head(connection.getInputStream());
                calls.incrementAndGet();
                connection.getOutputStream().write(answer.getBytes(US_ASCII));
                connection.getOutputStream().flush();
                drain(connection.getInputStream());
            } catch (IOException closed) {
                // by the caller, or by the test
            }
        }
    }

    /** Closing with unread bytes would reset the connection, and the answer with it. */
    private static void drain(InputStream rest) throws IOException {
        rest.transferTo(OutputStream.nullOutputStream());
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    int calls() {
        return calls.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
