package com.xpkit.sociallink.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service with one profile, which hands out the tokens t1, t2 and so on. */
final class StubService implements AutoCloseable {

    final List<String> requests = new CopyOnWriteArrayList<>();
    volatile String profile = "{\"resource_id\":\"x\"}";
    volatile int profileStatus = 200;

    private final HttpServer server;
    private volatile int tokens;
    private volatile String good = "none";

    StubService() throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        server.createContext("/api/token/", this::token);
        server.createContext("/api/profile/", this::profile);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void voidTokens() {
        good = "none";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        note(exchange, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        tokens = tokens + 1;
        good = "t" + tokens;
        answer(exchange, 200, "{\"access_token\":\"" + good + "\"}");
    }

    private void profile(HttpExchange exchange) throws IOException {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        note(exchange, bearer);
        answer(exchange, bearer.equals("Bearer " + good) ? profileStatus : 401, profile);
    }

    private void note(HttpExchange exchange, String what) {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + what);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
