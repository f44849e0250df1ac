package com.xpkit.sociallink.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.xpkit.sociallink.server.Anybody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLSocket;

/** One connection, byte for byte: for what no client would send. */
final class Line implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 3_000;

    private final Socket socket;

    private Line(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    static Line to(URI address) {
        try {
            return new Line(new Socket(address.getHost(), address.getPort()));
        } catch (IOException nobody) {
            throw new UncheckedIOException(nobody);
        }
    }

    /**
     * By TLS.
     *
     * @param names that it calls the server by, at most one
     * @throws IOException when the server ends the handshake
     */
    static Line toByTls(URI address, List<String> names) throws IOException {
        var factory = Anybody.trusted().getSocketFactory();
        var socket = (SSLSocket) factory.createSocket(address.getHost(), address.getPort());
        var parameters = socket.getSSLParameters();
        parameters.setServerNames(names.stream().<SNIServerName>map(SNIHostName::new).toList());
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return new Line(socket);
    }

    Line say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** A GET, then the end of the connection. */
    Line get(String path, String host) throws IOException {
        return say("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    /** All that comes until the connection ends, or is silent for three seconds. */
    String hear() throws IOException {
        var heard = new ByteArrayOutputStream();
        try {
            for (int next = socket.getInputStream().read(); next >= 0; ) {
                heard.write(next);
                next = socket.getInputStream().read();
            }
        } catch (SocketTimeoutException silent) {
            // nothing more will come
        }
        return heard.toString(ISO_8859_1);
    }

    /** The status of an answer; 0 when the connection ends without one. */
    int status() throws IOException {
        var answer = hear();
        return answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.split(" ")[1]) : 0;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ended) {
            // by the server already
        }
    }
}
