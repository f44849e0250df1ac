package com.xpkit.sociallink.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;

/** How an answer's bytes travel; the exchange is closed afterwards, which cuts off an unfinished answer. */
@FunctionalInterface
interface Delivery {

    Delivery WHOLE =
            (exchange, status, body) -> {
                OutputStream out = start(exchange, status, body);
                if (body.length > 0) {
                    out.write(body);
                }
            };

    /** The headers promise the whole body; half of it comes. */
    Delivery HALF =
            (exchange, status, body) -> {
                OutputStream out = start(exchange, status, body);
                out.write(Arrays.copyOf(body, body.length / 2));
                out.flush();
            };

    /** Not even a status line. */
    Delivery NOTHING = (exchange, status, body) -> {};

    static Delivery late(Duration delay) {
        return (exchange, status, body) -> {
            Thread.sleep(delay.toMillis());
            WHOLE.send(exchange, status, body);
        };
    }

    static Delivery drip(Duration interval) {
        return (exchange, status, body) -> {
            OutputStream out = start(exchange, status, body);
            for (byte drop : body) {
                out.write(drop);
                out.flush();
                Thread.sleep(interval.toMillis());
            }
        };
    }

    void send(HttpExchange exchange, int status, byte[] body)
            throws IOException, InterruptedException;

    private static OutputStream start(HttpExchange exchange, int status, byte[] body)
            throws IOException {
        // to the JDK's server 0 means "length unknown" and -1 "no body"
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        return exchange.getResponseBody();
    }
}
