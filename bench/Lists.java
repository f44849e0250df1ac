import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Asks for lists of profiles in a small and a large account in turn, one request after the other on one connection:
 * how long they take ({@code time}), or how PostgreSQL ran them ({@code plans}).
 */
public class Lists {

    /** An account that bench/seed has filled: profile n has OpenID and loyalty number n. */
    record Account(String id, long count) {}

    /**
     * What is measured.
     *
     * @param isJudged whether the ratio may fail the run
     * @param results how many profiles every answer must contain
     * @param address the query for the n-th request, after {@code account_id}
     */
    record Query(String name, boolean isJudged, int results, LongFunction<String> address) {}

    record Answer(int status, String body, long nanos) {}

    /** An answer that is not the expected one; the message says what came. */
    static class Unexpected extends Exception {
        private static final long serialVersionUID = 1L;

        Unexpected(String message) {
            super(message);
        }
    }

    private static final int LIMIT = 50;
    private static final long PATIENCE_NANOS = 600_000_000_000L;
    private static final Pattern NEXT = Pattern.compile("\"next_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern RESULT = Pattern.compile("\"resource_id\"\\s*:");

    private final Map<String, String> options = new HashMap<>();
    private final List<Account> accounts = new ArrayList<>();
    private final Map<String, String> tokens = new HashMap<>();
    private boolean hasFailed;

    public static void main(String[] arguments) throws Exception {
        var lists = new Lists();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            lists.options.put(arguments[i], arguments[i + 1]);
        }
        var words = lists.options.get("--accounts").trim().split(" ");
        for (int i = 0; i + 1 < words.length; i += 2) {
            lists.accounts.add(new Account(words[i], Long.parseLong(words[i + 1])));
        }
        if (arguments[0].equals("time")) {
            lists.time();
        } else {
            lists.plans();
        }
        System.exit(lists.hasFailed ? 1 : 0);
    }

    private double option(String name, double otherwise) {
        return Double.parseDouble(options.getOrDefault(name, String.valueOf(otherwise)));
    }

    private Account small() {
        return accounts.get(0);
    }

    private Account large() {
        return accounts.get(1);
    }

    // ---- the queries ----

    private List<Query> queries(Account account) {
        return List.of(
                new Query("wechat_openid__in, 1 value", true, 1, n -> openids(account, n, 1)),
                new Query(
                        "wechat_openid__in, 100 values",
                        true,
                        100,
                        n -> openids(account, n, 100) + "&x__limit=100"),
                new Query(
                        "loyalty.number=…",
                        true,
                        1,
                        n -> "&loyalty.number=L%010d".formatted(number(account, n))),
                new Query("language=zh, a quarter of all", false, LIMIT, n -> "&language=zh"),
                new Query("first page", true, LIMIT, n -> ""),
                new Query(
                        "page 1,000, or the last walked", true, LIMIT, n -> page(account, "")),
                new Query("first page by last_modified", false, LIMIT, n -> BY_CHANGE),
                new Query(
                        "page 100 by last_modified", false, LIMIT, n -> page(account, BY_CHANGE)));
    }

    private static final String BY_CHANGE = "&x__order_by=last_modified";

    /** A different place in the account each time. */
    private static long number(Account account, long n) {
        return 1 + n * 7_368_787 % account.count();
    }

    private static String openids(Account account, long n, int values) {
        return "&wechat_openid__in="
                + LongStream.range(0, values)
                        .mapToObj(i -> "o6_bmjrPTlmc%016d".formatted(number(account, n * 100 + i)))
                        .collect(Collectors.joining("%7C"));
    }

    private String page(Account account, String order) {
        return order + "&x__token=" + tokens.getOrDefault(account.id() + order, "unknown");
    }

    private String address(Account account, String query) {
        return options.get("--url") + "/api/profile/?account_id=" + account.id() + query;
    }

    // ---- asking ----

    private Answer get(String address) throws IOException {
        var begin = System.nanoTime();
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + System.getenv("token"));
        connection.setReadTimeout(300_000);
        var status = connection.getResponseCode();
        try (var stream =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            var body = stream == null ? "" : new String(stream.readAllBytes(), UTF_8);
            return new Answer(status, body, System.nanoTime() - begin);
        }
    }

    private Answer ask(Account account, String query, int results) throws Exception {
        var answer = get(address(account, query));
        if (answer.status() != 200) {
            throw new Unexpected(answer.status() + " " + answer.body().strip());
        }
        var found = RESULT.matcher(answer.body()).results().count();
        if (found != results) {
            throw new Unexpected(found + " profiles instead of " + results);
        }
        return answer;
    }

    /** Goes to a page through the tokens of the earlier ones; returns the milliseconds that a page took. */
    private double walk(Account account, String order, int page) throws Exception {
        var begin = System.nanoTime();
        var query = order + "&x__limit=" + LIMIT;
        for (int i = 1; i < page; i++) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new Unexpected("only %,d pages in ten minutes".formatted(i));
            }
            var next = NEXT.matcher(ask(account, query, LIMIT).body());
            if (!next.find()) {
                throw new Unexpected("no page after page " + i);
            }
            var token = URLEncoder.encode(next.group(1), UTF_8);
            tokens.put(account.id() + order, token);
            query = order + "&x__limit=" + LIMIT + "&x__token=" + token;
        }
        return (System.nanoTime() - begin) / 1e6 / (page - 1);
    }

    // ---- time ----

    private void time() throws Exception {
        var memory = new ArrayList<String>();
        walkAll(memory);
        System.out.printf(
                "%n%-34s%12s%12s%9s   (ms, median)%n",
                "query",
                "%,d".formatted(small().count()),
                "%,d".formatted(large().count()),
                "ratio");
        for (int i = 0; i < queries(small()).size(); i++) {
            compare(queries(small()).get(i), queries(large()).get(i));
        }
        memory.add("in the end: " + resident());
        System.out.println("\nthe service's resident memory");
        memory.forEach(line -> System.out.println("  " + line));
        Files.writeString(tokenFile(), tokens.toString());
    }

    private Path tokenFile() {
        return Path.of(options.get("--log")).resolveSibling("tokens");
    }

    private void walkAll(List<String> memory) throws Exception {
        attempt("warming up", () -> walk(large(), "", 2));
        memory.add("before walking: " + resident());
        for (var account : accounts) {
            var last = (int) Math.min(option("--pages", 1000), account.count() / LIMIT);
            attempt(
                    "walking %,d pages of %,d".formatted(last, account.count()),
                    () ->
                            System.out.printf(
                                    "walked %,d pages of %,d profiles: %.1f ms a page%n",
                                    last, account.count(), walk(account, "", last)));
            memory.add("after %,d pages of %,d: %s".formatted(last, account.count(), resident()));
            attempt(
                    "walking by last_modified",
                    () -> walk(account, BY_CHANGE, Math.min(100, last)));
        }
        memory.add("before a page of 500: " + resident());
        attempt("a page of 500", () -> ask(large(), "&x__limit=500", 500));
        memory.add("after a page of 500: " + resident());
    }

    private void attempt(String what, Runs runs) {
        try {
            runs.run();
        } catch (Exception e) {
            failed(what, e);
        }
    }

    private interface Runs {
        void run() throws Exception;
    }

    private void failed(String what, Exception e) {
        hasFailed = true;
        var text = e.getMessage() == null ? e.toString() : e.getMessage();
        System.out.printf("%-34s  FAILED: %s%n", what, text.replaceAll("\\s+", " "));
    }

    private String resident() throws IOException {
        return Files.readAllLines(Path.of("/proc", options.get("--pid"), "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                .findFirst()
                .orElse("unknown");
    }

    /** A B A B …, so that other load on the machine affects both equally. */
    private void compare(Query small, Query large) {
        try {
            var budget = option("--budget", 60) * 1e9;
            rounds(small, large, 0, (int) option("--warmup", 300), budget / 3);
            var times =
                    rounds(small, large, 1_000_000, (int) option("--requests", 200), budget / 1.5);
            var a = median(times.get(0));
            var b = median(times.get(1));
            var isTooSlow = large.isJudged() && b / a > option("--max-ratio", 2);
            hasFailed |= isTooSlow;
            var wanted = (int) option("--requests", 200);
            System.out.printf(
                    "%-34s%12.2f%12.2f%9.2f   %s%s%n",
                    large.name(),
                    a,
                    b,
                    b / a,
                    isTooSlow ? "TOO SLOW " : large.isJudged() ? "" : "(not judged) ",
                    times.get(0).size() < wanted ? "of " + times.get(0).size() + " requests" : "");
        } catch (Exception e) {
            failed(large.name(), e);
        }
    }

    private List<List<Double>> rounds(
            Query small, Query large, long first, int requests, double budget) throws Exception {
        var times = List.<List<Double>>of(new ArrayList<>(), new ArrayList<>());
        var begin = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            times.get(0).add(one(small(), small, first + i));
            times.get(1).add(one(large(), large, first + i));
            if (System.nanoTime() - begin > budget) {
                break;
            }
        }
        return times;
    }

    private double one(Account account, Query query, long n) throws Exception {
        return ask(account, query.address().apply(n), query.results()).nanos() / 1e6;
    }

    private static double median(List<Double> times) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    // ---- plans ----

    private static final Pattern ENTRY = Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\d [^\\t].*?\\] ");
    private static final Pattern EXPLAINED =
            Pattern.compile(
                    "(?s)duration: ([0-9.]+) ms  plan:\\s*Query Text: (.*?)\\n\\t(?=\\S)(.*)");
    private static final Pattern NODE =
            Pattern.compile(
                    "((?:Parallel )?(?:Seq|Index Only|Index|Bitmap Heap|Bitmap Index) Scan(?:"
                        + " Backward)?)(?: using (\\S+))? on (\\S+)(?: \\w+)?  \\(.*?(?:actual"
                        + " time=\\S+ rows=(\\d+) loops=(\\d+)|never executed)");
    private static final Pattern CANCELLED =
            Pattern.compile("due to statement timeout\\n.*?STATEMENT:  (.*)");
    private static final Pattern IN_VAIN =
            Pattern.compile("Rows Removed by (?:Filter|Index Recheck): (\\d+)");
    private static final Pattern OURS = Pattern.compile("(?i)\\bprofile(_key|_indexed_value)?\\b");
    private static final int MANY = 1000;

    private void plans() throws Exception {
        readTokens();
        var all = new StringBuilder();
        for (var query : queries(large())) {
            System.out.println("\n" + query.name());
            var before = Files.size(log());
            attempt(query.name(), () -> one(large(), query, 2_000_000));
            Thread.sleep(300);
            all.append("#### ").append(query.name()).append('\n');
            var statements = statements(before);
            statements.forEach(Lists::show);
            cancelled(before).forEach(sql -> System.out.println("  !!!! TOOK TOO LONG: " + sql));
            statements.forEach(
                    (sql, plans) ->
                            all.append(sql).append('\n').append(plans.get(0)).append("\n\n"));
        }
        Files.writeString(Path.of(options.get("--plans")), all);
        System.out.println("\nwhole plans: " + options.get("--plans"));
    }

    private void readTokens() throws IOException {
        for (var pair : Files.readString(tokenFile()).replaceAll("[{}]", "").split(", ")) {
            var at = pair.lastIndexOf('=');
            // a token is base64url and percent-encoded: it has no "="
            if (at > 0) {
                tokens.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
    }

    private Path log() {
        return Path.of(options.get("--log"));
    }

    /** The statements that ended with the statement timeout according to the log; they have no plan. */
    private List<String> cancelled(long since) throws IOException {
        return CANCELLED
                .matcher(tail(since))
                .results()
                .map(found -> shortened(found.group(1)))
                .distinct()
                .toList();
    }

    /** The statements about profiles in the log since then, each with its plans. */
    private Map<String, List<String>> statements(long since) throws IOException {
        var statements = new LinkedHashMap<String, List<String>>();
        for (var entry : ENTRY.split(tail(since))) {
            var matcher = EXPLAINED.matcher(entry);
            if (matcher.find() && OURS.matcher(matcher.group(2)).find()) {
                statements
                        .computeIfAbsent(matcher.group(2), sql -> new ArrayList<>())
                        .add(matcher.group(1) + " ms\n" + matcher.group(3));
            }
        }
        return statements;
    }

    private static void show(String sql, List<String> plans) {
        var time = plans.stream().mapToDouble(p -> Double.parseDouble(p.split(" ", 2)[0])).sum();
        System.out.printf("  %,d × %s%n    %.2f ms in all%n", plans.size(), shortened(sql), time);
        var nodes = new TreeMap<String, Integer>();
        steps(plans).forEach(step -> nodes.merge(step.text(), 1, Integer::sum));
        nodes.forEach(
                (node, times) ->
                        System.out.printf("    %s%s%n", node, times > 1 ? " × " + times : ""));
        warn(plans);
    }

    private String tail(long since) throws IOException {
        try (var file = new RandomAccessFile(log().toFile(), "r")) {
            var bytes = new byte[(int) (file.length() - since)];
            file.seek(since);
            file.readFully(bytes);
            return new String(bytes, UTF_8);
        }
    }

    private static String shortened(String sql) {
        var text = sql.replaceAll("\\s+", " ").strip();
        return text.length() <= 700
                ? text
                : text.substring(0, 500) + " … " + text.substring(text.length() - 150);
    }

    private static void warn(List<String> plans) {
        var scanned =
                steps(plans).stream()
                        .filter(step -> step.way().endsWith("Seq Scan"))
                        .map(Step::table)
                        .filter(table -> OURS.matcher(table).matches())
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!scanned.isEmpty()) {
            System.out.println("    !!!! SEQUENTIAL SCAN of " + String.join(", ", scanned));
        }
        var inVain =
                plans.stream()
                        .flatMap(plan -> IN_VAIN.matcher(plan).results())
                        .mapToLong(removed -> Long.parseLong(removed.group(1)))
                        .max()
                        .orElse(0);
        if (inVain >= MANY) {
            System.out.printf("    !!!! %,d ROWS READ AND THROWN AWAY by one step%n", inVain);
        }
        var rows = steps(plans).stream().mapToLong(step -> step.rows() * step.loops()).max();
        var loops = steps(plans).stream().mapToLong(Step::loops).max();
        if (Math.max(rows.orElse(0), loops.orElse(0)) > 20 * MANY) {
            System.out.printf(
                    "    !!!! up to %,d rows from one step, or %,d runs of one%n",
                    rows.orElse(0), loops.orElse(0));
        }
    }

    /** A scan in a plan; one that was never executed has no loops. */
    record Step(String way, String index, String table, long rows, long loops) {

        String text() {
            return way
                    + (index == null ? "" : " using " + index)
                    + (" on " + table)
                    + (loops == 0 ? ", never executed" : "");
        }
    }

    private static List<Step> steps(List<String> plans) {
        return plans.stream()
                .flatMap(plan -> NODE.matcher(plan).results())
                .map(Lists::step)
                .toList();
    }

    private static Step step(MatchResult node) {
        var hasRun = node.group(5) != null;
        return new Step(
                node.group(1),
                node.group(2),
                node.group(3),
                hasRun ? Long.parseLong(node.group(4)) : 0,
                hasRun ? Long.parseLong(node.group(5)) : 0);
    }
}
