package com.xpkit.sociallink.platform.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;

/** A receiver of calls on loopback, which handles each connection as a test says. */
public final class Receiver implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("Content-Length: ([0-9]+)");

    private final ServerSocket server;
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final BlockingQueue<String> names = new LinkedBlockingQueue<>();

    /** Speaks on a connection. */
    public interface Manner {

        void speak(Socket connection) throws IOException;
    }

    private Receiver(ServerSocket server) {
        this.server = server;
    }

    /** Reads a request and sends this answer. */
    public static Receiver answering(String answer) throws IOException {
        return answering(new ServerSocket(0, 10, loopback()), answer);
    }

    public static Receiver answering(ServerSocket server, String answer) {
        var receiver = new Receiver(server);
        return receiver.start(
                connection -> {
                    receiver.requests.add(request(connection.getInputStream()));
                    receiver.noteName(connection);
                    connection.getOutputStream().write(answer.getBytes(US_ASCII));
                    connection.getOutputStream().flush();
                });
    }

    public static Receiver with(Manner manner) throws IOException {
        return new Receiver(new ServerSocket(0, 10, loopback())).start(manner);
    }

    public static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private Receiver start(Manner manner) {
        var thread = new Thread(() -> accept(manner));
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void accept(Manner manner) {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                connections.incrementAndGet();
                manner.speak(connection);
            } catch (SocketException closed) {
                // by the caller, or the server itself
            } catch (IOException refused) {
                // a caller that does not trust us
            }
        }
    }

    /** Reads a request, sends this, and then the same text again until the caller has gone. */
    public static Receiver repeating(String once, String again) throws IOException {
        return with(
                connection -> {
                    request(connection.getInputStream());
                    connection.getOutputStream().write(once.getBytes(US_ASCII));
                    while (true) {
                        connection.getOutputStream().write(again.getBytes(US_ASCII));
                    }
                });
    }

    /** What the caller expects the certificate to name. */
    private void noteName(Socket connection) {
        if (connection instanceof SSLSocket secured
                && secured.getSession() instanceof ExtendedSSLSession session) {
            session.getRequestedServerNames().stream()
                    .map(name -> new String(name.getEncoded(), US_ASCII))
                    .forEach(names::add);
        }
    }

    private static String request(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        var length = LENGTH.matcher(head);
        var body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
        return head + new String(body, UTF_8);
    }

    public int port() {
        return server.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    public String name() throws InterruptedException {
        return names.poll(10, TimeUnit.SECONDS);
    }

    public String request() throws InterruptedException {
        return requests.poll(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
