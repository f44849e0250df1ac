import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Asks for some addresses, each at a steady pace, whether earlier requests have been answered or not. It ends after
 * {@code --requests}, or when it is asked to (SIGTERM); then it prints a line for each request: name, when it was due
 * (milliseconds since 1970), the milliseconds until its answer, and {@code ok}, {@code error}, or {@code waiting} if
 * there is no answer yet.
 *
 * <p>Arguments: {@code --every MS} from one request to the next (0: when the last one is answered) and {@code
 * --requests} (0: any number), then {@code name=status=address}. An address may contain {@code {openids}}: a hundred
 * OpenIDs of the first {@code --openids} profiles of bench/seed, others each time. The environment variable {@code
 * token} is the bearer token for the API.
 */
public class Prober {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OPENIDS = 100;

    private final Map<String, Long> options = new HashMap<>();
    private final List<Probe> probes = new CopyOnWriteArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    /** What is asked for again and again. */
    private record Probe(String name, int status, String address) {

        static Probe of(String text) {
            var parts = text.split("=", 3);
            return new Probe(parts[0], Integer.parseInt(parts[1]), parts[2]);
        }
    }

    /** One request; times are those of {@link System#nanoTime}. */
    private static final class Asked {

        private final Probe probe;
        private final long since1970 = System.currentTimeMillis();
        private final long begin = System.nanoTime();
        private long end;
        private String outcome = "waiting";

        Asked(Probe probe) {
            this.probe = probe;
        }

        synchronized void answered(HttpResponse<?> answer) {
            end = System.nanoTime();
            outcome = answer != null && answer.statusCode() == probe.status ? "ok" : "error";
        }

        @Override
        public synchronized String toString() {
            var until = outcome.equals("waiting") ? System.nanoTime() : end;
            return String.format(
                    Locale.ROOT,
                    "%s %d %.2f %s",
                    probe.name,
                    since1970,
                    (until - begin) / 1e6,
                    outcome);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        new Prober().run(arguments);
    }

    private void run(String[] arguments) throws InterruptedException {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--")) {
                options.put(arguments[i], Long.parseLong(arguments[++i]));
            } else {
                probes.add(Probe.of(arguments[i]));
            }
        }
        var all = new CopyOnWriteArrayList<Asked>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> all.forEach(System.out::println)));
        var every = TimeUnit.MILLISECONDS.toNanos(options.getOrDefault("--every", 250L));
        var requests = options.getOrDefault("--requests", 0L);
        var due = System.nanoTime();
        for (long n = 0; requests == 0 || n < requests; n++, due += every) {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            for (var probe : probes) {
                var asked = new Asked(probe);
                all.add(asked);
                var answer = ask(asked);
                if (every == 0) {
                    answer.join();
                }
            }
        }
    }

    private CompletableFuture<Void> ask(Asked asked) {
        var address = asked.probe.address;
        if (address.contains("{openids}")) {
            address = address.replace("{openids}", openids());
        }
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(PATIENCE)
                        .header("User-Agent", "MicroMessenger");
        if (address.contains("/api/profile/")) {
            request.header("Authorization", "Bearer " + System.getenv("token"));
        }
        return client.sendAsync(request.build(), BodyHandlers.ofString())
                .exceptionally(failed -> null)
                .thenAccept(asked::answered);
    }

    private String openids() {
        var several =
                random.longs(OPENIDS, 1, options.get("--openids") + 1)
                        .mapToObj(n -> String.format("o6_bmjrPTlmc%016d", n))
                        .collect(Collectors.joining("|"));
        return URLEncoder.encode(several, UTF_8);
    }
}
