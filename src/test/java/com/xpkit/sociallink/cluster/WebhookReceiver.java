package com.xpkit.sociallink.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** An application that webhooks notify of the results of its jobs. */
final class WebhookReceiver implements AutoCloseable {

    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Integer> statuses = new ArrayDeque<>();
    private final HttpServer server;
    private volatile Optional<String> retryAfter = Optional.empty();

    /** A call that has come. */
    record Call(Instant came, String method, Headers headers, String body) {

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    /**
     * @param statuses what it answers, one after the other; then 204
     */
    WebhookReceiver(Integer... statuses) throws IOException {
        this.statuses.addAll(List.of(statuses));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    /** Asks, with each answer from now on, not to be called again for so long. */
    WebhookReceiver askingForAPauseOf(Duration pause) {
        retryAfter = Optional.of(Long.toString(pause.toSeconds()));
        return this;
    }

    private synchronized void receive(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        calls.add(
                new Call(
                        Instant.now(),
                        exchange.getRequestMethod(),
                        exchange.getRequestHeaders(),
                        body));
        exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
        retryAfter.ifPresent(text -> exchange.getResponseHeaders().add("Retry-After", text));
        exchange.sendResponseHeaders(statuses.isEmpty() ? 204 : statuses.remove(), -1);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
