package com.xpkit.sociallink.start;

import com.xpkit.sociallink.server.Node;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Starts the service and empty WARs in turn, on the server that {@code -Dit.server} names. */
final class StartTimes {

    private static final String SERVER = System.getProperty("it.server");
    private static final Path DIRECTORY =
            Path.of("target/instances/start", SERVER).toAbsolutePath();

    private final List<Contender> empty;
    private final Contender service;

    private StartTimes(List<EmptyWar> empty) throws IOException {
        this.empty = new ArrayList<>();
        for (var kind : empty) {
            this.empty.add(contender(kind));
        }
        service =
                new Service(
                        node("service", Path.of("target/sociallink.war").toAbsolutePath()),
                        DIRECTORY.resolve("data"));
    }

    /**
     * @param arguments how many rounds, how many seconds of rest, and the names of the empty WARs
     */
    public static void main(String... arguments) throws Exception {
        var rounds = Integer.parseInt(arguments[0]);
        var rest = Duration.ofSeconds(Long.parseLong(arguments[1]));
        var empty =
                Arrays.stream(arguments)
                        .skip(2)
                        .map(name -> EmptyWar.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList();
        var times = new StartTimes(empty);
        Runtime.getRuntime().addShutdownHook(new Thread(times::stop));
        times.measure(rounds, rest);
        times.tell();
    }

    private static Contender contender(EmptyWar kind) throws IOException {
        var directory = Files.createDirectories(DIRECTORY.resolve("war-" + kind));
        var node = node(kind.toString(), kind.writeTo(directory));
        return new Contender("empty: " + kind, node, kind.settings(directory));
    }

    private static Node node(String name, Path war) {
        return Node.ofAnOperator("start/" + SERVER + "/" + name, war);
    }

    private List<Contender> all() {
        var all = new ArrayList<>(empty);
        all.add(service);
        return all;
    }

    private void measure(int rounds, Duration rest) throws Exception {
        for (var contender : all()) {
            contender.prepare();
        }
        System.out.printf(
                "%-16s%10s%10s%10s%10s%8s%n",
                SERVER, "redirect", "processor", "memory", "at rest", "load");
        for (var round = 1; round <= rounds; round++) {
            for (var contender : all()) {
                var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
                var start = contender.start(rest);
                System.out.printf("%-2d %-13s%s%8.1f%n", round, contender, start, load);
            }
        }
    }

    private void tell() {
        for (var contender : all()) {
            System.out.printf("%-16s%s  median%n", contender, contender.median());
        }
        for (var contender : empty) {
            var ratio = service.median().over(contender.median());
            System.out.printf("%-16s%s  the service over %s%n", SERVER, ratio, contender);
        }
    }

    private void stop() {
        all().forEach(contender -> contender.node.close());
    }
}
