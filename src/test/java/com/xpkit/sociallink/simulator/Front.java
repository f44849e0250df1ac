package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Passes each request to the route of its path. */
record Front(Map<String, Route> routes, Map<String, Set<String>> methods) implements HttpHandler {

    private static final Set<String> GET = Set.of("GET");

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        // closing cuts off an unfinished answer
        try (exchange) {
            answer(Request.of(exchange)).send(exchange);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(Request request) {
        Route route = routes.get(request.path());
        if (route == null) {
            return plain(404, "Not here");
        }
        if (!methods.getOrDefault(request.path(), GET).contains(request.method())) {
            return plain(405, "Not with this method");
        }
        return answer(route, request);
    }

    private static Answer answer(Route route, Request request) {
        try {
            return route.answer(request);
        } catch (ErrorPageShown shown) {
            return Answer.page(200, shown.page().page());
        }
    }

    private static Answer plain(int status, String text) {
        return Answer.of(status, "text/plain; charset=UTF-8", text.getBytes(UTF_8));
    }
}
