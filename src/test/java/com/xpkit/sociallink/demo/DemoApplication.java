package com.xpkit.sociallink.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.xpkit.sociallink.simulator.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running demo application on 127.0.0.1; visitors reach it as {@code localhost}. */
public final class DemoApplication implements AutoCloseable {

    private final String service;
    private final String accountId;
    private final LinkedPage linked;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(DemoApplication::daemon);

    /**
     * Starts immediately.
     *
     * @param service the service's URL, without a slash at its end
     * @param port a loopback port, 0 for any free one
     */
    public DemoApplication(
            String service, String accountId, String clientId, String clientSecret, int port)
            throws IOException {
        this.service = service;
        this.accountId = accountId;
        linked = new LinkedPage(new SocialLink(service, clientId, clientSecret));
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Query query =
                    new Query(
                            Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> send(exchange, home());
                case "/linked" -> send(exchange, linked.page(query));
                case "/style.css" -> send(exchange, "text/css", Page.of("/demo/style.css"));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private Page home() {
        return Page.of("/demo/home.html")
                .with("silently", authorise("snsapi_base"))
                .with("consent", authorise("snsapi_userinfo"));
    }

    private String authorise(String authType) {
        return service
                + "/api/wechat/authorise/?account_id="
                + URLEncoder.encode(accountId, UTF_8)
                + "&auth_type="
                + authType
                + "&application_uri="
                + URLEncoder.encode(url() + "linked?campaign=demo#welcome", UTF_8);
    }

    private static void send(HttpExchange exchange, Page page) throws IOException {
        send(exchange, "text/html", page);
    }

    private static void send(HttpExchange exchange, String type, Page page) throws IOException {
        byte[] body = page.html().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=UTF-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", page.policy());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "demo-application");
        thread.setDaemon(true);
        return thread;
    }
}
