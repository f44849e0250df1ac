package com.xpkit.sociallink.attack;

import com.xpkit.sociallink.server.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import java.util.stream.Stream;

/**
 * Attacks the server that {@code -Dit.server} names, one kind after the other, and prints how the other account
 * fared.
 */
final class Attack implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration CALM_AGAIN = Duration.ofSeconds(5);

    private final TestBed bed;
    private final Heap heap;
    private final Options options;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private boolean isGood = true;

    /**
     * @param links of the other account in a second
     */
    private record Options(int seconds, int workers, int links) {}

    private Attack(TestBed bed, Options options) throws IOException {
        this.bed = bed;
        this.options = options;
        heap = Heap.of(bed.node());
        looks.scheduleAtFixedRate(heap::look, 200, 200, TimeUnit.MILLISECONDS);
    }

    /**
     * @param arguments the database, a directory for its files, seconds for each kind, workers, links in a second,
     *     and the names of the kinds, separated by commas, or {@code all}
     */
    public static void main(String... arguments) throws Exception {
        var options =
                new Options(
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]));
        var wanted = Set.of(arguments[5].split(","));
        // MariaDB's library logs each step
        LogManager.getLogManager().reset();
        var bed = new TestBed(arguments[0], Path.of(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(bed::close));
        var kinds =
                kinds(bed.open()).filter(k -> wanted.contains("all") || wanted.contains(k.name()));
        bed.restart();
        boolean isGood;
        try (var attack = new Attack(bed, options)) {
            isGood = attack.run(kinds.toList());
        }
        System.exit(isGood ? 0 : 1);
    }

    private static Stream<Kind> kinds(TestBed bed) {
        var began = System.nanoTime();
        var holdings = new Holdings(bed).fill();
        System.out.printf(
                "filled in %d s%n", Duration.ofNanos(System.nanoTime() - began).toSeconds());
        return new Kinds(bed, holdings).all().stream();
    }

    private boolean run(List<Kind> kinds) throws Exception {
        warmUp();
        System.out.printf(
                "%-11s%8s%8s%8s%8s%8s%9s%8s%9s  %s%n",
                "kind",
                "links",
                "p50",
                "p99",
                "max",
                "errors",
                "answers",
                "longest",
                "heap",
                "statuses");
        for (var kind : kinds) {
            attack(kind);
        }
        return isGood;
    }

    /** Only with links, so that the first request of the attack is the first of its kind. */
    private void warmUp() throws InterruptedException {
        links().linkFor(Duration.ofSeconds(20), options.links());
    }

    private OtherLinks links() {
        return new OtherLinks(bed.node(), bed.wechat(), bed.othersAuthorise());
    }

    private void attack(Kind kind) throws Exception {
        var turn = kind.preparation().prepare();
        awaitCalm();
        var logged = bed.node().log().length();
        heap.takePeak();
        var storm = new Storm().begin(turn, options.workers());
        var links = links().linkFor(Duration.ofSeconds(options.seconds()), options.links());
        storm.end();
        var isOutOfMemory = bed.node().log().substring(logged).contains("OutOfMemoryError");
        print(kind, links, storm, isOutOfMemory);
    }

    /** Waits until what was left of the last attack is over. */
    private void awaitCalm() {
        Await.until(
                "the server answers quickly again",
                Duration.ofMinutes(2),
                () -> {
                    var began = System.nanoTime();
                    return bed.node().isReady()
                            && Duration.ofNanos(System.nanoTime() - began).compareTo(LIMIT) < 0;
                });
    }

    private void print(Kind kind, OtherLinks links, Storm storm, boolean isOutOfMemory) {
        var others = links.latencies();
        var isBad =
                others.percentile(0.99).compareTo(LIMIT) >= 0
                        || !links.errors().isEmpty()
                        || storm.has5xx()
                        || isOutOfMemory;
        isGood &= !isBad;
        System.out.printf(
                "%-11s%8d%s%s%s%8d%9d%s%5d MiB  %s%s%s%n",
                kind.name(),
                others.count(),
                Latencies.column(others.percentile(0.5)),
                Latencies.column(others.percentile(0.99)),
                Latencies.column(others.longest()),
                links.errors().values().stream().mapToInt(Integer::intValue).sum(),
                storm.latencies().count(),
                Latencies.column(storm.latencies().longest()),
                heap.takePeak(),
                storm.statuses(),
                links.errors().isEmpty() ? "" : " links: " + links.errors(),
                (isOutOfMemory ? " OutOfMemoryError" : "") + (isBad ? " !!!!" : ""));
    }

    @Override
    public void close() throws IOException {
        looks.shutdownNow();
        heap.close();
    }
}
