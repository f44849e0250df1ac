package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.Tenant;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joins, merges and pages have bounds, so that no tenant can keep the service busy for long. */
class LimitsIT extends OnAServer {

    private static final Duration SOON = Duration.ofSeconds(4);

    private final Tenant tenant = Service.tenant();

    /**
     * The array was once joined first, each element with each other one: 11 seconds, while a connection was in use.
     */
    @Test
    void refusesALongArrayBeforeItIsJoined() {
        var id = tenant.profile("{'email':['a@b'],'x':[-1]}");
        var body = "{'email':['a@b'],'x':[" + numbers(40_000) + "]}";

        var refused = soon(() -> tenant.createOrUpdate(body));

        expect(refused).isRefused(400, "invalid_request");
        assertThat(refused.body()).contains("more than 1000 values");
        assertThat(tenant.read(id).resource().getJsonArray("x")).hasSize(1);
    }

    @Test
    void joinsAsMuchAsAProfileMayHold() {
        var half = "{'email':['a@b'],'x':[" + numbers(0, 499) + "]}";
        var rest = "{'email':['a@b'],'x':[" + numbers(250, 998) + "]}";
        var id = tenant.profile(half);

        expect(tenant.createOrUpdate(rest)).has(200);

        assertThat(tenant.read(id).resource().getJsonArray("x")).hasSize(999);
        expect(tenant.createOrUpdate("{'email':['a@b'],'x':['a','b']}")).isRefused(400);
    }

    @Test
    void failsAProfileOfABulkThatHoldsTooMuch() {
        var equal = String.join(",", Collections.nCopies(2_000, "0"));
        var body =
                "{'update':true,'profiles':[{'email':['a@b'],'x':[%s]},{'email':['c@d']}]}"
                        .formatted(equal);

        var job = tenant.finished(tenant.send("POST", "/api/profiles/", body));

        assertThat(job.getJsonObject("result").getInt("succeeded")).isEqualTo(1);
        assertThat(job.toString()).contains("more than 1000 values");
    }

    /** Each array is stored as it is, and then compared with another one of its length. */
    @Test
    void refusesAMergeOfTooManyValues() {
        var authority = tenant.profile("{'a':1}");
        var many = profiles(12, i -> "{'x':[" + numbers(900) + "]}");
        var others = many.toArray(String[]::new);

        for (var refused :
                List.of(
                        soon(() -> tenant.preview(authority, others)),
                        soon(() -> outcome(tenant.askToMerge(authority, others))))) {
            assertThat(refused.body()).contains("sociallink.limits.merge");
        }
        assertThat(tenant.read(authority).resource()).doesNotContainKey("x");
        expect(soon(() -> tenant.preview(authority, many.get(0), many.get(1)))).has(200);
    }

    /** A merge is judged when its job runs. */
    private Answer outcome(Answer ticket) {
        tenant.finished(ticket);
        return tenant.client().get(ticket.header("Location").orElseThrow());
    }

    @Test
    void refusesAMergeOfTooManyBytes() {
        var authority = tenant.profile("{'a':1}");
        var others = profiles(3, i -> "{'a':'" + "x".repeat(800_000) + "'}").toArray(String[]::new);

        expect(tenant.preview(authority, others)).isRefused(400);
        expect(tenant.askToMerge(authority, others)).isRefused(400, "invalid_request");
        assertThat(tenant.askToMerge(authority, others).body())
                .contains("sociallink.limits.merge-bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x__order_by=created", "x__order_by=n__desc|created"})
    void cutsAPageOfLargeProfilesAndGoesOnWithTheNextRow(String order) {
        var ids = profiles(10, i -> "{'n':%d,'text':'%s'}".formatted(i, "x".repeat(600_000)));

        var pages = walk("/api/profile/?x__limit=500&" + order.replace("|", "%7C"));

        assertThat(pages).extracting(List::size).containsExactly(3, 3, 3, 1);
        assertThat(all(pages)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void givesACutPageNoNumberThatWouldSkipRows() {
        profiles(5, i -> "{'text':'" + "x".repeat(600_000) + "'}");

        var first = tenant.list("x__limit=4");
        var second = tenant.list("x__limit=4&x__token=" + first.json().getString("next_token"));

        assertThat(first.results()).hasSize(3);
        assertThat(first.json().get("next")).isEqualTo(JsonValue.NULL);
        assertThat(first.json().getInt("count")).isEqualTo(5);
        assertThat(second.results()).hasSize(2);
        assertThat(second.json().get("next_token")).isEqualTo(JsonValue.NULL);
        assertThat(second.json().get("previous")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void cutsAPageThatIsReadBackwards() {
        var ids = profiles(8, i -> "{'n':%d,'text':'%s'}".formatted(i, "x".repeat(600_000)));
        var list = "/api/profile/?x__limit=500&x__order_by=n";
        var last = tenant.client().get(list);
        while (token(last, "next").isPresent()) {
            last = tenant.client().get(list + token(last, "next").get());
        }

        var before = walk(list + token(last, "previous").orElseThrow(), list, "previous");

        assertThat(ids(last)).isEqualTo(ids.subList(6, 8));
        assertThat(before).containsExactly(ids.subList(3, 6), ids.subList(0, 3));
    }

    @Test
    void countsTheKeysOfAProfile() {
        var ids = profiles(5, i -> "{'email':[" + quoted(900, "%d-" + i + "@example.com") + "]}");

        var pages = walk("/api/profile/?x__limit=500");

        assertThat(pages).extracting(List::size).containsExactly(2, 2, 1);
        assertThat(all(pages)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void cutsAPageOfLargeMergeRecords() {
        var authority = tenant.profile("{'a':'x'}");
        var merges =
                profiles(4, i -> "{'a':'" + "y".repeat(700_000) + "'}").stream()
                        .map(other -> tenant.merge(authority, other))
                        .toList();

        var pages = walk("/api/profile/" + authority + "/merges/?x__limit=500");

        assertThat(pages).extracting(List::size).containsExactly(2, 2);
        assertThat(all(pages)).containsExactlyInAnyOrderElementsOf(merges);
    }

    private List<List<String>> walk(String list) {
        return walk(list, list, "next");
    }

    /** The ids on each page, from the first one on. */
    private List<List<String>> walk(String first, String list, String way) {
        var pages = new ArrayList<List<String>>();
        var path = Optional.of(first);
        while (path.isPresent()) {
            var page = tenant.client().get(path.get());
            expect(page).has(200);
            assertThat(page.results()).isNotEmpty();
            pages.add(ids(page));
            path = token(page, way).map(list::concat);
        }
        return pages;
    }

    private static Optional<String> token(Answer page, String way) {
        var token = page.json().get(way + "_token");
        return token == JsonValue.NULL
                ? Optional.empty()
                : Optional.of("&x__token=" + page.json().getString(way + "_token"));
    }

    private static List<String> ids(Answer page) {
        return page.results().stream().map(row -> row.getString("resource_id")).toList();
    }

    private static List<String> all(List<List<String>> pages) {
        return pages.stream().flatMap(List::stream).toList();
    }

    private List<String> profiles(int many, IntFunction<String> body) {
        return IntStream.range(0, many)
                .mapToObj(i -> tenant.profile(body.apply(i)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String numbers(int many) {
        return numbers(0, many - 1);
    }

    private static String numbers(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    private static String quoted(int many, String format) {
        return IntStream.range(0, many)
                .mapToObj(i -> "'" + format.formatted(i) + "'")
                .collect(Collectors.joining(","));
    }

    private static Answer soon(Supplier<Answer> request) {
        var begin = System.nanoTime();
        var answer = request.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
        return answer;
    }
}
