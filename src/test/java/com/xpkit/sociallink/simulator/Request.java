package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as the pages and calls need it. */
record Request(
        String method,
        String path,
        String rawQuery,
        String form,
        Map<String, List<String>> headers,
        int remotePort) {

    private static final int FORM_LIMIT = 64 * 1024;

    static Request of(HttpExchange exchange) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                new String(exchange.getRequestBody().readNBytes(FORM_LIMIT), UTF_8),
                exchange.getRequestHeaders(),
                exchange.getRemoteAddress().getPort());
    }

    Parameters query() {
        return Parameters.of(rawQuery);
    }

    /** Query and form together, the query first. */
    Parameters parameters() {
        return Parameters.of(rawQuery + "&" + form);
    }

    String userAgent() {
        return String.join(" ", headers.getOrDefault("User-agent", List.of()));
    }

    Optional<String> cookie(String name) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }
}
