package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The visitor's browser, which follows no redirect by itself and keeps no cookie by default. */
final class Phone {

    static final String USER_AGENT =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 15_5 like Mac OS X) MicroMessenger/8.0.22";

    private final HttpClient http = HttpClient.newHttpClient();
    private final WeChatSimulator simulator;
    private final String userAgent;
    private String cookie = "none=none";

    Phone(WeChatSimulator simulator) {
        this(simulator, USER_AGENT);
    }

    Phone(WeChatSimulator simulator, String userAgent) {
        this.simulator = simulator;
        this.userAgent = userAgent;
    }

    HttpResponse<String> open(String pathAndQuery) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(simulator.url() + pathAndQuery))
                        .header("User-Agent", userAgent)
                        .header("Cookie", cookie)
                        .build();
        return http.send(request, BodyHandlers.ofString(UTF_8));
    }

    HttpResponse<String> authorize(String query) throws IOException, InterruptedException {
        return open("/connect/oauth2/authorize?" + query);
    }

    /** Presses a button of the sheet for this authorise query. */
    HttpResponse<String> press(Decision decision, String visitor, String query)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                open(
                        "/connect/oauth2/decision?decision="
                                + decision.wire()
                                + "&visitor="
                                + visitor
                                + "&request="
                                + URLEncoder.encode(query, UTF_8));
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";")[0]);
        return answer;
    }

    String cookie() {
        return cookie;
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("no redirect");
    }

    static String codeIn(String callback) {
        return Parameters.of(URI.create(callback).getRawQuery()).first("code");
    }
}
