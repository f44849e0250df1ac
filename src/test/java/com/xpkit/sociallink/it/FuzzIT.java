package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.it.Service.WECHAT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.fuzz.Bodies;
import com.xpkit.sociallink.fuzz.Choices;
import com.xpkit.sociallink.fuzz.Queries;
import com.xpkit.sociallink.fuzz.Seeds;
import com.xpkit.sociallink.fuzz.Sent;
import com.xpkit.sociallink.fuzz.Visits;
import com.xpkit.sociallink.fuzz.WeChatAnswers;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.ServerUnderTest;
import com.xpkit.sociallink.simulator.Fault;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Generated requests, and generated answers of WeChat, for a minute: see CONTRIBUTING.md for an hour. Whatever is
 * sent, other visitors notice nothing, and the heap does not grow.
 */
class FuzzIT extends OnAServer {

    private static final int THREADS = Integer.getInteger("fuzz.threads", 2);
    private static final FuzzTotals TOTALS = new FuzzTotals();
    private static final long MEGABYTE = 1024 * 1024;

    /** Caches and pools fill for a while; H2's cache of pages takes 64 MB for each GB of the heap. */
    private static final long MAX_GROWTH = (FuzzRun.IS_BY_HAND ? 48 : 128) * MEGABYTE;

    /** Payara's listener keeps about 2 KB of each connection for up to 45 seconds after its end. */
    private static final Duration REST = Duration.ofMinutes(1);

    private static final Set<String> OWN_MEMBERS =
            Set.of(
                    "account_id",
                    "wechat_openid",
                    "email",
                    "qr_code",
                    "rfid",
                    "gender",
                    "address",
                    "social",
                    "created",
                    "last_modified");

    private static final Pattern OURS =
            Pattern.compile("^(?!\\s+at ).*\\n\\s+at (?:\\S*/)?com\\.xpkit\\.", Pattern.MULTILINE);

    private static long firstHeap;

    private final Tenant witness = Service.tenant();
    private final Answer untouched = witness.create("{'email':['w@example.com'],'a':{'b':[1.10]}}");
    private final int logged = stackTraces();

    @AfterAll
    static void tell() {
        System.out.println("Fuzz: seed " + Seeds.ofTheRun() + "\n  " + TOTALS);
    }

    @AfterEach
    void nobodyElseNotices() {
        WECHAT.faults().clear();
        assertThat(ServerUnderTest.isReady()).isTrue();
        assertThat(witness.read(untouched.id()).body()).isEqualTo(untouched.body());
        assertThat(stackTraces()).as("our own stack traces in the log").isEqualTo(logged);
    }

    /** Of exceptions that our own code throws. Servers also log theirs, with our filters further down the stack. */
    private static int stackTraces() {
        return (int) OURS.matcher(Service.log()).results().count();
    }

    @Test
    void newProfilesAreRefusedOrKeptAsTheyCame() {
        run("creation", FuzzIT::create);
    }

    private static void create(FuzzCase asking, Choices choices, FuzzedAccount account) {
        var sent = Bodies.creation(choices);
        var created = asking.ask(sent, account.client());
        if (created.status() == 201) {
            var read = account.client().get("/api/profile/" + created.id() + "/");
            difference(document(sent), read.resource())
                    .ifPresent(name -> asking.fault("is stored otherwise: " + name, sent));
            var again = writtenBack(account, read);
            if (!isUnchanged(again, read)) {
                asking.fault("is another one when it is written back: " + again.body(), sent);
            }
            account.client().delete("/api/profile/" + created.id() + "/");
        }
    }

    /** No body counts as an empty object. */
    private static JsonObject document(Sent sent) {
        var text = new String(sent.body(), UTF_8).replaceFirst("^\ufeff", "");
        try (var reader = Json.createReader(new StringReader(text.isEmpty() ? "{}" : text))) {
            return reader.readObject();
        }
    }

    private static Optional<String> difference(JsonObject sent, JsonObject read) {
        return sent.keySet().stream()
                .filter(name -> !OWN_MEMBERS.contains(name))
                .filter(name -> !sent.get(name).equals(read.get(name)))
                .findFirst();
    }

    private static Answer writtenBack(FuzzedAccount account, Answer read) {
        var path = "/api/profile/" + read.id() + "/";
        return account.client()
                .send("PUT", path, read.resource().toString(), "If-Match", read.etag());
    }

    private static boolean isUnchanged(Answer again, Answer read) {
        return again.status() == 200 && again.etag().equals(read.etag());
    }

    @Test
    void writesOfProfilesAreRefusedOrKept() {
        run(
                "profiles",
                (asking, choices, account) -> {
                    var sent = Bodies.profileWrite(choices, account.target());
                    asking.ask(sent, account.client());
                    var path = "/api/profile/" + account.target().profile() + "/";
                    var read = asking.ask(Sent.of("GET", path), account.client());
                    if (read.status() == 200) {
                        var again = writtenBack(account, read);
                        // a merge of an earlier case can happen in between
                        if (!isUnchanged(again, read)
                                && !List.of(409, 412).contains(again.status())) {
                            asking.fault(
                                    "is another one when it is written back: " + again.body(),
                                    sent);
                        }
                    }
                });
    }

    @Test
    void jobsOfManyProfilesAreTakenOrRefused() {
        run(
                "bulk",
                (asking, choices, account) ->
                        asking.ask(Bodies.bulk(choices, account.target()), account.client()));
    }

    @Test
    void configurationsAreRefusedOrKept() {
        run(
                "configuration",
                (asking, choices, account) -> {
                    asking.ask(Bodies.configuration(choices, account.target()), account.client());
                    reads(
                            asking,
                            account,
                            "/api/configuration/" + account.target().configuration());
                });
    }

    @Test
    void appsAreRefusedOrKept() {
        run(
                "app",
                (asking, choices, account) -> {
                    asking.ask(Bodies.app(choices, account.target()), account.client());
                    reads(asking, account, "/api/app/" + account.target().app());
                });
    }

    private static void reads(FuzzCase asking, FuzzedAccount account, String path) {
        expect(asking.ask(Sent.of("GET", path), account.client())).has(200);
    }

    @Test
    void accountsAreRefusedOrKept() {
        var operator = Service.operator();
        run(
                "account",
                (asking, choices, account) -> {
                    var by = choices.once(2) ? operator : account.client();
                    var answer = asking.ask(Bodies.account(choices, account.target()), by);
                    if (answer.status() == 201) {
                        expect(operator.delete(answer.location().getPath())).has(204);
                    }
                });
    }

    @Test
    void listsAreGivenOrRefused() {
        var operator = Service.operator();
        run(
                "lists",
                (asking, choices, account) ->
                        asking.ask(
                                Queries.request(choices, account.target()),
                                choices.once(10) ? operator : account.client()));
    }

    @Test
    void visitorsAreSentToWeChatOrHomeAndNowhereElse() {
        run(
                "authorise",
                (asking, choices, account) -> {
                    var sent = Visits.authorise(choices, account.target());
                    staysAtHome(asking, account, sent, asking.ask(sent));
                });
    }

    private static void staysAtHome(
            FuzzCase asking, FuzzedAccount account, Sent sent, Answer answer) {
        if (answer.status() != 302) {
            return;
        }
        var to = answer.location();
        var home = "https://" + account.target().domain();
        var isHome = to.toString().matches("\\Q" + home + "\\E(?::443)?(?:[/?#].*)?");
        if (!isHome && !to.toString().startsWith(WECHAT.url() + "/connect/oauth2/authorize?")) {
            asking.fault("is sent to " + to, sent);
        }
    }

    @Test
    void callbacksEndAtHome() {
        run(
                "callback",
                (asking, choices, account) -> {
                    var phone = Service.phone();
                    var real = phone.goToWeChat(link(account, choices), visitor());
                    var address = real.getRawPath() + "?" + real.getRawQuery();
                    var sent = Visits.callback(choices, address, phone.cookiesFor(real));
                    staysAtHome(asking, account, sent, asking.ask(sent));
                });
    }

    private static URI link(FuzzedAccount account, Choices choices) {
        var type = choices.of("snsapi_userinfo", "snsapi_base");
        var home = "https://" + account.target().domain() + "/welcome";
        return Service.authorise(
                "account_id=%s&auth_type=%s&application_uri=%s"
                        .formatted(account.target().account(), type, ApiClient.encode(home)));
    }

    private static Visitor visitor() {
        return Visitor.named(Service.unique("v-"), "小明");
    }

    /** One after the other: all cases share the faults of the simulator. */
    @Test
    void whateverWeChatSaysVisitorsEndAtHome() {
        new FuzzRun("wechat", TOTALS, FuzzIT::hearWeChat).onThreads(1);
        assertNoFaults("wechat");
    }

    private static void hearWeChat(FuzzCase asking, Choices choices, FuzzedAccount account) {
        var phone = Service.phone();
        var openid = choices.of("oFuzz", "oA", "o-_0123456789");
        WECHAT.faults().clear();
        WECHAT.faults().token().next(said(token(choices, openid)));
        WECHAT.faults().userinfo().next(said(WeChatAnswers.userinfo(choices, openid)));
        var callback = phone.goToWeChat(link(account, choices), visitor());
        var sent =
                Sent.of("GET", callback.getRawPath() + "?" + callback.getRawQuery())
                        .with("User-Agent", "MicroMessenger")
                        .with("Cookie", phone.cookiesFor(callback));

        var answer = asking.ask(sent);

        expect(answer).has(302);
        staysAtHome(asking, account, sent, answer);
        var profile = answer.sent("profile_id");
        profile.ifPresent(id -> reads(asking, account, "/api/profile/" + id + "/"));
        assertThat(profile.isPresent() || isRefusal(answer))
                .as(answer.location().toString())
                .isTrue();
    }

    private static WeChatAnswers.Said token(Choices choices, String openid) {
        var good = "{\"access_token\":\"82_token\",\"openid\":\"%s\"}".formatted(openid);
        return choices.once(2)
                ? WeChatAnswers.token(choices, openid)
                : new WeChatAnswers.Said(200, "text/plain", good.getBytes(UTF_8));
    }

    private static Fault said(WeChatAnswers.Said said) {
        return Fault.answer(said.status(), said.contentType(), said.body());
    }

    private static boolean isRefusal(Answer answer) {
        // instead of an error, the visitor may be sent to WeChat again
        return List.of("103", "104", "106").contains(answer.sent("error_code").orElse(""))
                || answer.location().toString().startsWith(WECHAT.url().toString());
    }

    @Test
    void tokensAreGivenToNobody() {
        run(
                "token",
                (asking, choices, account) -> {
                    var sent = Visits.token(choices, account.target());
                    if (asking.ask(sent).status() == 200) {
                        asking.fault("is given a token", sent);
                    }
                });
    }

    @Test
    void filesThatNobodyHasAreNotThere() {
        run("files", (asking, choices, account) -> asking.ask(Visits.file(choices)));
    }

    private static void run(String family, FuzzRun.Body body) {
        new FuzzRun(family, TOTALS, body).onThreads(THREADS);
        assertNoFaults(family);
    }

    private static void assertNoFaults(String family) {
        if (FuzzRun.IS_BY_HAND) {
            Await.passingOf(REST);
        }
        var heap = ServerUnderTest.bytesInUse();
        TOTALS.note("%d MB in use after %s".formatted(heap / MEGABYTE, family));
        assertThat(TOTALS.faultsOf(family)).isEmpty();
        firstHeap = firstHeap == 0 ? heap : firstHeap;
        assertThat(heap).as("bytes in use").isLessThan(firstHeap + MAX_GROWTH);
    }
}
