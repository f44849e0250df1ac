import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Asks for some addresses, each at its own steady pace. It ends after {@code --requests}, or when it is asked to
 * (SIGTERM); then it prints a line for each request: name, when it was due (milliseconds since 1970), the milliseconds
 * until its answer, and {@code ok}, {@code error}, or {@code waiting} if there is no answer yet.
 *
 * <p>Arguments: {@code --every MS} from one request to the next (0: when the last one is answered) and {@code
 * --requests} (0: any number), then {@code name=status=address}. An address may contain {@code {openids}}: a hundred
 * OpenIDs of the first {@code --openids} profiles of bench/seed, others each time. The environment variable {@code
 * token} is the bearer token.
 */
public class Prober {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OPENIDS = 100;

    /** What is asked for, and the lines about it. */
    private static final class Probe {
        final String name;
        final int status;
        final String address;
        private final List<String> lines = new ArrayList<>();
        private long due;
        private boolean waits;

        Probe(String text) {
            var parts = text.split("=", 3);
            name = parts[0];
            status = Integer.parseInt(parts[1]);
            address = parts[2];
        }

        synchronized void asked(long due) {
            this.due = due;
            waits = true;
        }

        synchronized void answered(boolean asExpected) {
            waits = false;
            lines.add(line(asExpected ? "ok" : "error"));
        }

        private String line(String outcome) {
            var millis = (System.nanoTime() - due) / 1e6;
            return String.format(
                    Locale.ROOT,
                    "%s %d %.2f %s",
                    name,
                    System.currentTimeMillis() - (long) millis,
                    millis,
                    outcome);
        }

        synchronized void print() {
            lines.forEach(System.out::println);
            if (waits) {
                System.out.println(line("waiting"));
            }
        }
    }

    private final Map<String, Long> options;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final SplittableRandom random = new SplittableRandom(1);

    private Prober(Map<String, Long> options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var options = new HashMap<>(Map.of("--every", 250L, "--requests", 0L));
        var probes = new ArrayList<Probe>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--")) {
                options.put(arguments[i], Long.parseLong(arguments[++i]));
            } else {
                probes.add(new Probe(arguments[i]));
            }
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> probes.forEach(Probe::print)));
        new Prober(options).run(probes);
    }

    private void run(List<Probe> probes) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (var probe : probes) {
            var thread = new Thread(() -> run(probe));
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    /**
     * Times count from the moment at which a request was due: a slow answer delays the next ones.
     */
    private void run(Probe probe) {
        var every = TimeUnit.MILLISECONDS.toNanos(options.get("--every"));
        var due = System.nanoTime();
        for (long n = 0; options.get("--requests") == 0 || n < options.get("--requests"); n++) {
            due = every == 0 ? System.nanoTime() : due + every;
            waitUntil(due);
            probe.asked(due);
            probe.answered(isAsExpected(probe));
        }
    }

    private static void waitUntil(long due) {
        try {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAsExpected(Probe probe) {
        var request =
                HttpRequest.newBuilder(URI.create(probe.address.replace("{openids}", openids())))
                        .timeout(PATIENCE)
                        .header("User-Agent", "MicroMessenger");
        if (probe.address.contains("/api/profile/")) {
            request.header("Authorization", "Bearer " + System.getenv("token"));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString()).statusCode()
                    == probe.status;
        } catch (IOException failed) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized String openids() {
        var profiles = options.getOrDefault("--openids", 1L);
        return random.longs(OPENIDS, 1, profiles + 1)
                .mapToObj(n -> String.format("o6_bmjrPTlmc%016d", n))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining("|"), v -> URLEncoder.encode(v, UTF_8)));
    }
}
