package com.xpkit.sociallink.warmup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.regex.Pattern;

/** Answers as WeChat does, on a port of the loopback address, for the visitors of the warm-up. It knows any code. */
final class ImaginedWeChat implements AutoCloseable {

    /** The parameter that names the visitor: the code, or the access token that was given for it. */
    private static final Pattern VISITOR =
            Pattern.compile("[?&](?:code|access_token)=([A-Za-z0-9]+)");

    private static final String TOKEN =
            """
            {"access_token":"%1$s","expires_in":7200,"refresh_token":"%1$s","openid":"%1$s","scope":"snsapi_userinfo"}""";
    private static final String USER =
            """
            {"openid":"%1$s","nickname":"热身","sex":0,"language":"","city":"","province":"","country":"",\
            "headimgurl":"https://thirdwx.qlogo.cn/mmopen/vi_32/%1$s/132","privilege":[]}""";

    /** No Official Account has it: WeChat's begin with {@code wx}. */
    static final String APP_ID = "imagined";

    private final ServerSocket listening;
    private final ThreadFactory threads;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private ImaginedWeChat(ServerSocket listening, ThreadFactory threads) {
        this.listening = listening;
        this.threads = threads;
    }

    static ImaginedWeChat open(ThreadFactory threads) throws IOException {
        var wechat =
                new ImaginedWeChat(
                        new ServerSocket(0, 8, InetAddress.getLoopbackAddress()), threads);
        threads.newThread(wechat::accept).start();
        return wechat;
    }

    URI url() {
        var host = listening.getInetAddress().getHostAddress();
        return URI.create("http://" + host + ":" + listening.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                var connection = listening.accept();
                connections.add(connection);
                if (listening.isClosed()) {
                    // accepted while this was closed, and perhaps not seen there
                    connection.close();
                }
                threads.newThread(() -> serve(connection)).start();
            }
        } catch (IOException closed) {
            // the warm-up is over
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), ISO_8859_1));
            var out = new BufferedOutputStream(connection.getOutputStream());
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                skipHeaders(in);
                answer(line, out);
            }
        } catch (IOException closed) {
            // the client or the warm-up is done with it
        } finally {
            connections.remove(connection);
        }
    }

    private static void skipHeaders(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null && !line.isEmpty(); ) {
            line = in.readLine();
        }
    }

    private static void answer(String requestLine, OutputStream out) throws IOException {
        var named = VISITOR.matcher(requestLine);
        var visitor = named.find() ? named.group(1) : "unknown";
        var isUser = requestLine.startsWith("GET /sns/userinfo");
        var body = (isUser ? USER : TOKEN).formatted(visitor).getBytes(UTF_8);
        var head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n";
        out.write(head.formatted(body.length).getBytes(ISO_8859_1));
        out.write(body);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var connection : connections) {
            connection.close();
        }
    }
}
