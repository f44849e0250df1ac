package com.xpkit.sociallink.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request byte for byte, for what no client would send. Each has a connection of its own. */
final class RawRequest {

    static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final StringBuilder head = new StringBuilder();
    private byte[] body = {};

    private RawRequest(String method, String target) {
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        header("Host", Service.URL.getAuthority()).header("Connection", "close");
    }

    static RawRequest of(String method, String target) {
        return new RawRequest(method, target);
    }

    RawRequest header(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    RawRequest by(ApiClient client) {
        return header("Authorization", "Bearer " + client.token());
    }

    RawRequest body(String type, byte... bytes) {
        return header("Content-Type", type).bytes(bytes);
    }

    /** A body without a type. */
    RawRequest bytes(byte... bytes) {
        body = bytes;
        return header("Content-Length", "" + bytes.length);
    }

    /** Without giving its length in advance. */
    RawRequest chunks(String type, byte... bytes) {
        var chunked = new ByteArrayOutputStream();
        chunked.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        chunked.writeBytes(bytes);
        chunked.writeBytes("\r\n0\r\n\r\n".getBytes(UTF_8));
        body = chunked.toByteArray();
        return header("Content-Type", type).header("Transfer-Encoding", "chunked");
    }

    Answer send() {
        try (var socket = new Socket(Service.URL.getHost(), Service.URL.getPort())) {
            socket.setSoTimeout(20_000);
            write(socket);
            return parse(socket.getInputStream().readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void write(Socket socket) throws IOException {
        try {
            var out = socket.getOutputStream();
            out.write((head + "\r\n").getBytes(ISO_8859_1));
            out.write(body);
            out.flush();
        } catch (IOException answeredBeforeTheEnd) {
            // a server may refuse a request before it has read all of it
        }
    }

    private static Answer parse(byte[] answer) {
        var text = new String(answer, ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, NO_HEADERS, text);
        }
        var lines = List.of(text.substring(0, end).split("\r\n"));
        var headers =
                lines.stream()
                        .skip(1)
                        .map(line -> line.split(": ?", 2))
                        .collect(
                                Collectors.groupingBy(
                                        line -> line[0],
                                        Collectors.mapping(line -> line[1], Collectors.toList())));
        var known = HttpHeaders.of(headers, (name, value) -> true);
        var rest = Arrays.copyOfRange(answer, end + 4, answer.length);
        var isChunked = known.firstValue("Transfer-Encoding").isPresent();
        return new Answer(
                Integer.parseInt(lines.get(0).split(" ")[1]),
                known,
                new String(isChunked ? joined(rest) : rest, UTF_8));
    }

    private static byte[] joined(byte[] chunks) {
        var whole = new ByteArrayOutputStream();
        var text = new String(chunks, ISO_8859_1);
        int at = 0;
        while (at < text.length()) {
            var endOfLine = text.indexOf("\r\n", at);
            var size = Integer.parseInt(text.substring(at, endOfLine).trim(), 16);
            whole.write(chunks, endOfLine + 2, size);
            at = size == 0 ? text.length() : endOfLine + 2 + size + 2;
        }
        return whole.toByteArray();
    }
}
