package com.xpkit.sociallink.attack;

import static com.xpkit.sociallink.attack.Holdings.joined;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All kinds of attack, in the order in which they can be run one after the other. */
final class Kinds {

    private static final String PHONE = "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.49";
    private static final String PROFILES = "/api/profile/";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final TestBed bed;
    private final Holdings holdings;

    Kinds(TestBed bed, Holdings holdings) {
        this.bed = bed;
        this.holdings = holdings;
    }

    /**
     * The first is no attack. Lists come next, so that a server that has just started gets the worst of them first.
     */
    List<Kind> all() {
        return List.of(
                new Kind("calm", "nothing", () -> Kinds::wait),
                new Kind("sort", "ten sort keys on members, with a token", () -> list(sorted())),
                new Kind("conditions", "50 conditions with 500 values", () -> list(conditions())),
                new Kind("query", "x__query that searches long", () -> list(search())),
                new Kind(
                        "deep-page",
                        "the last page number",
                        () -> list("x__page=1000000&x__limit=500&x__order_by=m0")),
                new Kind("pages", "pages of profiles of 1 MB", () -> list("x__limit=500")),
                new Kind("read", "one profile of 1 MB", this::reading),
                new Kind("update", "create-update of 1 MB into 1 MB", this::updating),
                new Kind("arrays", "an array joined into another one", this::joining),
                new Kind("replace", "1 MB in the place of 1 MB", this::replacing),
                new Kind("names", "900 members below long names", this::naming),
                new Kind("deep", "100,000 values, 90 deep", this::deep),
                new Kind("above", "what is just too large, of each kind", this::tooLarge),
                new Kind("preview", "preview of the largest merge", this::previewing),
                new Kind("merge", "merge, then undo", this::merging),
                new Kind("export", "a person's merges", this::exporting),
                new Kind("codes", "invented codes in one flow", this::inventing),
                new Kind("flows", "flow after flow, five codes each", this::beginning),
                new Kind("authorise", "long addresses and cookies", this::authorising),
                new Kind("secrets", "wrong secrets from everywhere", this::guessing),
                new Kind("forms", "client ids of 2 MB", this::filling),
                new Kind(
                        "slow", "320 forms, a byte at a time", () -> new SlowBodies(bed.node(), 8)),
                new Kind("webhooks", "jobs whose webhooks hang", this::hanging),
                new Kind("bulk", "jobs of 5,000 profiles", this::bulk));
    }

    private static void wait(Storm storm, int worker, int turn) throws InterruptedException {
        Thread.sleep(100);
    }

    // ---- lists ----

    private Storm.Turn list(String query) {
        var request = bed.attacker().get(PROFILES + "?" + query);
        return (storm, worker, turn) -> storm.send(request);
    }

    /** With an invented token, so that no page has to be read first. */
    private static String sorted() {
        var keys = IntStream.range(0, 10).mapToObj(i -> "m" + i).toList();
        var token =
                Json.createArrayBuilder()
                        .add(2)
                        .add(0)
                        .add(String.join("+,", keys) + "+,resource_id+");
        keys.forEach(key -> token.add("sa"));
        var text = token.add(new UUID(0, 0).toString()).build().toString();
        return "x__limit=500&x__order_by="
                + String.join("|", keys)
                + "&x__token="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String conditions() {
        return joined(49, i -> "m%d=a".formatted(i % 10 + 10 * (i / 10))).replace(',', '&')
                + "&last__in="
                + joined(500, i -> "v" + i).replace(',', '|');
    }

    private static String search() {
        return "x__query=" + "x".repeat(120) + "y";
    }

    // ---- profiles ----

    private Storm.Turn reading() {
        return (storm, worker, turn) ->
                storm.send(bed.attacker().get(PROFILES + holdings.large(worker) + "/"));
    }

    private Storm.Turn updating() {
        return post("create-update/", Holdings.largest(0));
    }

    private Storm.Turn joining() {
        var email = "{\"email\":[\"arrays@example.com\"],\"x\":";
        bed.attacker().create(PROFILES, joined(990, Integer::toString, email + "[", "]}"));
        return post("create-update/", joined(990, Integer::toString, email + "[", "]}"));
    }

    private Storm.Turn replacing() {
        var bodies =
                List.of(
                        Holdings.largest(100).replace("large100@", "replaced@").getBytes(UTF_8),
                        Holdings.largest(101).replace("large101@", "replaced@").getBytes(UTF_8));
        return (storm, worker, turn) ->
                storm.send(
                        bed.attacker()
                                .request(PROFILES + holdings.large(0) + "/")
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofByteArray(bodies.get(turn % 2)))
                                .build());
    }

    private Storm.Turn naming() {
        var name = "n".repeat(255);
        var names = "\"%s\":{\"%s\":{\"%s\":".formatted(name, name, name);
        return post(
                "create-update/",
                joined(
                        900,
                        i -> "\"%s%d\":0".formatted("m".repeat(200), i),
                        "{\"email\":[\"names@example.com\"]," + names + "{",
                        "}}}}"));
    }

    private Storm.Turn deep() {
        var rows = joined(1_000, i -> joined(99, n -> "123456", "[", "]"));
        return post("", "{\"x\":" + "[".repeat(90) + rows + "]".repeat(90) + "}");
    }

    private Storm.Turn post(String path, String body) {
        var request = bed.attacker().post(PROFILES + path, body.getBytes(UTF_8));
        return (storm, worker, turn) -> storm.send(request);
    }

    /** Each worker has one of its own. */
    private Storm.Turn tooLarge() {
        var name = "\"" + "n".repeat(400_000) + "\"";
        var bodies =
                List.of(
                        joined(
                                40_000,
                                i -> "1",
                                "{\"email\":[\"arrays@example.com\"],\"x\":[",
                                "]}"),
                        joined(40_000, i -> "\"m%d\":0".formatted(i), "{" + name + ":{", "}}"),
                        joined(120_000, i -> "0", "{\"x\":[", "]}"),
                        "{\"x\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}",
                        "{\"x\":\"" + "x".repeat(2_000_000) + "\"}");
        var requests =
                bodies.stream()
                        .map(
                                body ->
                                        bed.attacker()
                                                .post(
                                                        PROFILES + "create-update/",
                                                        body.getBytes(UTF_8)))
                        .collect(Collectors.toList());
        requests.add(
                bed.attacker()
                        .get(
                                PROFILES
                                        + "?"
                                        + joined(1_500, i -> "m%d=a".formatted(i))
                                                .replace(',', '&')));
        requests.add(
                bed.attacker()
                        .get(
                                PROFILES
                                        + "?x__order_by="
                                        + joined(256, i -> "m" + i).replace(',', '|')));
        return (storm, worker, turn) -> storm.send(requests.get(worker % requests.size()));
    }

    // ---- merges ----

    private Storm.Turn previewing() {
        var pair = new Holdings.Pair(holdings.large(1), holdings.large(2));
        var request =
                bed.attacker().post(PROFILES + "merge/?preview=true", pair.merge().getBytes(UTF_8));
        return (storm, worker, turn) -> storm.send(request);
    }

    private Storm.Turn merging() {
        return (storm, worker, turn) -> mergeAndUndo(storm, holdings.pair(worker));
    }

    private void mergeAndUndo(Storm storm, Holdings.Pair pair)
            throws IOException, InterruptedException {
        var asked = bed.attacker().post(PROFILES + "merge/", pair.merge().getBytes(UTF_8));
        var ticket = storm.send(asked, BodyHandlers.ofString());
        if (ticket.statusCode() != 202) {
            return;
        }
        var job = job(storm, Api.json(ticket.body()).getString("job_id"));
        if (job.contains("\"merge_id\"")) {
            var merge = job.replaceFirst("(?s).*\"merge_id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            var path = PROFILES + pair.authority() + "/merges/" + merge + "/undo/";
            storm.send(bed.attacker().post(path, new byte[0]));
        }
    }

    /** The answer when it is over. */
    private String job(Storm storm, String id) throws IOException, InterruptedException {
        var request = bed.attacker().get("/api/job/" + id + "/");
        var job = storm.send(request, BodyHandlers.ofString()).body();
        while (!storm.isOver() && job.matches("(?s).*\"(Queued|Running)\".*")) {
            Thread.sleep(200);
            job = storm.send(request, BodyHandlers.ofString()).body();
        }
        return job;
    }

    /** Exports a person who was merged and split repeatedly, each time with a record of everything that was there. */
    private Storm.Turn exporting() throws Exception {
        var pair = holdings.pair(0);
        for (var i = 0; i < 20; i++) {
            mergeAndUndo(new Storm(), pair);
        }
        var request = bed.attacker().get(PROFILES + pair.authority() + "/export/");
        return (storm, worker, turn) -> storm.send(request);
    }

    // ---- the visitor's way ----

    private Storm.Turn inventing() throws Exception {
        var flow = begin(new Storm());
        return (storm, worker, turn) -> storm.send(flow.withInventedCode());
    }

    private Storm.Turn beginning() {
        return (storm, worker, turn) -> {
            var flow = begin(storm);
            for (var i = 0; i < 5; i++) {
                storm.send(flow.withInventedCode());
            }
        };
    }

    /** A flow of the attacker, with the browser's cookies. */
    private record Flow(TestBed bed, String query, String cookie) {

        HttpRequest withInventedCode() {
            return HttpRequest.newBuilder(
                            bed.node()
                                    .url(
                                            "/api/wechat/callback/?"
                                                    + query
                                                    + "code="
                                                    + UUID.randomUUID()))
                    .header("User-Agent", PHONE)
                    .header("Cookie", cookie)
                    .build();
        }
    }

    private Flow begin(Storm storm) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(bed.node().url(bed.attackersAuthorise("/in")))
                        .header("User-Agent", PHONE)
                        .build();
        var answer = storm.send(request, BodyHandlers.discarding());
        var cookie = answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
        var location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        var callback = URI.create(parameter(location, "redirect_uri"));
        var own = callback.getRawQuery() == null ? "" : callback.getRawQuery() + "&";
        return new Flow(bed, own + "state=" + parameter(location, "state") + "&", cookie);
    }

    private static String parameter(URI address, String name) {
        var text = address.getRawQuery().replaceFirst("(?:.*&)?" + name + "=([^&]*).*", "$1");
        return java.net.URLDecoder.decode(text, UTF_8);
    }

    private Storm.Turn authorising() {
        var request =
                HttpRequest.newBuilder(
                                bed.node().url(bed.attackersAuthorise("/" + "a".repeat(1_500))))
                        .header("User-Agent", PHONE)
                        .header("Cookie", "c=" + "c".repeat(8_000))
                        .build();
        return (storm, worker, turn) -> storm.send(request);
    }

    // ---- strangers ----

    /** Each from a different address, as far as the service can see. */
    private Storm.Turn guessing() {
        return (storm, worker, turn) ->
                storm.send(
                        token("client_id=%s&client_secret=x".formatted(UUID.randomUUID()))
                                .header(
                                        "X-Forwarded-For",
                                        "10.%d.%d.%d"
                                                .formatted(worker, turn / 250 % 250, turn % 250))
                                .build());
    }

    private Storm.Turn filling() {
        var request = token("client_secret=x&client_id=" + "c".repeat(2_000_000)).build();
        return (storm, worker, turn) -> storm.send(request);
    }

    private HttpRequest.Builder token(String form) {
        return HttpRequest.newBuilder(bed.node().url("/api/token/"))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString("grant_type=client_credentials&" + form));
    }

    // ---- jobs ----

    /** A receiver that accepts connections and never answers. */
    private Storm.Turn hanging() throws IOException {
        var receiver = new ServerSocket(0, 1_000, InetAddress.getByName("127.0.0.1"));
        var url = "http://127.0.0.1:" + receiver.getLocalPort() + "/";
        var body = "{\"profiles\":[{\"a\":1}],\"webhook_url\":\"%s\"}".formatted(url);
        var request = bed.attacker().post("/api/profiles/", body.getBytes(UTF_8));
        return (storm, worker, turn) -> {
            storm.send(request);
            Thread.sleep(1_000);
        };
    }

    private Storm.Turn bulk() {
        var body =
                joined(
                        5_000,
                        i -> "{\"a\":\"%s\"}".formatted("x".repeat(180)),
                        "{\"profiles\":[",
                        "]}");
        var request = bed.attacker().post("/api/profiles/", body.getBytes(UTF_8));
        return (storm, worker, turn) -> storm.send(request);
    }
}
