package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** An answer to be sent: its content, and how well it is delivered. */
record Answer(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), body, Delivery.WHOLE);
    }

    /** JSON as WeChat sends it: text/plain, no charset, UTF-8. */
    static Answer json(byte[] body) {
        return of(200, "text/plain", body);
    }

    static Answer page(int status, Page page) {
        return of(status, "text/html; charset=UTF-8", page.html().getBytes(UTF_8))
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", page.policy())
                .with("Referrer-Policy", "no-referrer");
    }

    static Answer redirect(String location) {
        return of(302, "text/html; charset=UTF-8", new byte[0])
                .with("Location", location)
                .with("Cache-Control", "no-store");
    }

    Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, Map.copyOf(more), body, delivery);
    }

    Answer with(byte[] otherBody) {
        return new Answer(status, headers, otherBody, delivery);
    }

    Answer by(Delivery other) {
        return new Answer(status, headers, body, other);
    }

    void send(HttpExchange exchange) throws IOException, InterruptedException {
        headers.forEach(exchange.getResponseHeaders()::set);
        delivery.send(exchange, status, body);
    }
}
