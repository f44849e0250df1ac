package com.xpkit.sociallink.attack;

import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.Visitor;
import com.xpkit.sociallink.simulator.WeChatSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Links of the other account at a steady pace, even if earlier ones are not finished: authorise, consent, callback.
 * The time of each counts from the moment it was due.
 */
final class OtherLinks implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PHONE = "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.49";

    private final Node node;
    private final WeChatSimulator wechat;
    private final String authorise;
    private final Latencies latencies = new Latencies();
    private final Map<String, Integer> errors = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    OtherLinks(Node node, WeChatSimulator wechat, String authorise) {
        this.node = node;
        this.wechat = wechat;
        this.authorise = authorise;
    }

    /** Returns when the last is over. */
    OtherLinks linkFor(Duration duration, int perSecond) throws InterruptedException {
        var step = TimeUnit.SECONDS.toNanos(1) / perSecond;
        var begin = System.nanoTime();
        for (var due = begin; due - begin < duration.toNanos(); due += step) {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            var began = due;
            threads.execute(() -> link(began));
        }
        close();
        return this;
    }

    private void link(long began) {
        try {
            var asked = send(node.url(authorise), "");
            var cookie = asked.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
            var visitor = Visitor.named(UUID.randomUUID().toString(), "小明");
            var callback = wechat.accept(URI.create(location(asked)), visitor);
            var end = location(send(callback, cookie));
            if (!end.contains("profile_id=")) {
                count(end.replaceFirst(".*(error_code=\\d+).*", "$1"));
            }
        } catch (IOException | RuntimeException failed) {
            count(failed.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        latencies.addSince(began);
    }

    private HttpResponse<Void> send(URI address, String cookie)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).header("User-Agent", PHONE);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), BodyHandlers.discarding());
    }

    private static String location(HttpResponse<Void> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException("HTTP " + answer.statusCode()));
    }

    private void count(String error) {
        errors.merge(error, 1, Integer::sum);
    }

    Latencies latencies() {
        return latencies;
    }

    /** How often each of them occurred. */
    Map<String, Integer> errors() {
        return errors;
    }

    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(PATIENCE.multipliedBy(3).toSeconds(), TimeUnit.SECONDS);
    }
}
