package com.xpkit.sociallink.attack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Many workers, each of which begins its next turn when the last is over, and the answers that they get. */
final class Storm {

    /** The status that counts broken connections. */
    private static final int BROKEN = 0;

    private final Latencies latencies = new Latencies();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean isOver;

    /** One worker's requests, one after the other. */
    @FunctionalInterface
    interface Turn {

        /** @param turn how many turns this worker has had */
        void take(Storm storm, int worker, int turn) throws IOException, InterruptedException;
    }

    Storm begin(Turn turn, int workers) {
        for (var i = 0; i < workers; i++) {
            var worker = i;
            threads.execute(() -> work(turn, worker));
        }
        return this;
    }

    private void work(Turn turn, int worker) {
        for (var i = 0; !isOver; i++) {
            try {
                turn.take(this, worker, i);
            } catch (IOException | RuntimeException broken) {
                count(BROKEN);
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    /** Counts the answer and discards its body. */
    int send(HttpRequest request) throws IOException, InterruptedException {
        return send(request, BodyHandlers.discarding()).statusCode();
    }

    <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        var began = System.nanoTime();
        try {
            var answer = http.send(request, body);
            count(answer.statusCode());
            return answer;
        } finally {
            latencies.addSince(began);
        }
    }

    private void count(int status) {
        statuses.merge(status, 1, Integer::sum);
    }

    boolean isOver() {
        return isOver;
    }

    /** Waits for the turns that have begun, but not for ever. */
    void end() throws InterruptedException {
        isOver = true;
        threads.shutdown();
        if (!threads.awaitTermination(100, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    Latencies latencies() {
        return latencies;
    }

    /** How often each status occurred; 0 means a broken connection. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    boolean has5xx() {
        return statuses.keySet().stream().anyMatch(status -> status >= 500);
    }
}
