package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Shop.HOME;
import static com.xpkit.sociallink.it.Service.WECHAT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.platform.metrics.MetricsText;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.ServerUnderTest;
import com.xpkit.sociallink.simulator.Fault;
import com.xpkit.sociallink.simulator.Visitor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What monitoring learns about the service, and who may ask. */
class MetricsIT extends OnAServer {

    private static final String PATH = "/api/metrics/";
    private static final String CLIENT = System.getenv("SOCIALLINK_METRICS_CLIENT_ID");
    private static final String SECRET = System.getenv("SOCIALLINK_METRICS_CLIENT_SECRET");

    private final ApiClient prometheus = Service.API.login(CLIENT, SECRET);
    private final Shop shop = Service.shop();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明");
    private final Phone phone = Service.phone();

    @AfterEach
    void recover() {
        WECHAT.faults().clear();
    }

    private MetricsText metrics() {
        var answer = prometheus.get(PATH);
        expect(answer).has(200);
        return new MetricsText(answer.body());
    }

    private String links(String outcome) {
        return "sociallink_links_total{account=\"%s\",outcome=\"%s\"}"
                .formatted(shop.account(), outcome);
    }

    @Test
    void countsAndTimesALink() {
        var before = metrics();
        expect(phone.follow(shop.consentLink(), visitor)).linksTo(HOME);
        var after = metrics();

        assertThat(after.samples()).containsEntry(links("linked"), 1.0);
        assertThat(after.samples())
                .containsEntry(
                        "sociallink_flows_total{account=\"" + shop.account() + "\",sent=\"first\"}",
                        1.0);
        for (var step : new String[] {"authorise", "callback", "token", "userinfo", "saving"}) {
            var sample = "sociallink_step_seconds_count{step=\"" + step + "\"}";
            assertThat(after.value(sample) - before.value(sample)).as(step).isEqualTo(1);
        }
    }

    @Test
    void countsEachErrorOfALink() {
        Service.browser("Firefox").open(shop.silentLink());
        phone.open(shop.linkTo("https://evil.example.org/"));
        phone.callBack(withoutCode(phone.goToWeChat(shop.silentLink(), visitor)));
        WECHAT.faults().token().next(Fault.errcode(40029));
        phone.follow(shop.silentLink(), visitor);
        WECHAT.faults().userinfo().next(Fault.errcode(48001));
        phone.follow(shop.consentLink(), visitor);
        phone.follow(shop.consentLink(), visitor.onSnapshotPage());
        phone.open(Service.authorise("auth_type=x&account_id=" + shop.account()));

        assertThat(metrics().samples())
                .containsEntry(links("100"), 1.0)
                .containsEntry(links("101"), 1.0)
                .containsEntry(links("102"), 1.0)
                .containsEntry(links("103"), 1.0)
                .containsEntry(links("104"), 1.0)
                .containsEntry(links("106"), 1.0)
                .containsEntry(links("linked"), 0.0);
    }

    private static URI withoutCode(URI callback) {
        return URI.create(callback.toString().replaceFirst("code=[^&]*", "code="));
    }

    @Test
    void namesNoAccountThatDoesNotExist() {
        var made = UUID.randomUUID().toString();
        var sample = "sociallink_links_total{account=\"unknown\",outcome=\"105\"}";
        var before = metrics();

        phone.open(Service.authorise("account_id=" + made));
        phone.open(Service.authorise("account_id=%22%7D%0Ax"));

        assertThat(metrics().value(sample) - before.value(sample)).isEqualTo(2);
        assertThat(metrics().text()).doesNotContain(made);
    }

    @ParameterizedTest
    @CsvSource({"40029, 40029", "40163, 40163", "45011, 45011", "99999, other"})
    void countsWhatWeChatSays(int errcode, String counted) {
        var sample = answers("token", counted);
        var before = metrics().value(sample);
        WECHAT.faults().token().next(Fault.errcode(errcode));

        phone.follow(shop.silentLink(), visitor);

        assertThat(metrics().value(sample) - before).isEqualTo(1);
    }

    @Test
    void countsWhatIsNotAnAnswerOfWeChat() {
        var before = metrics();
        WECHAT.faults().token().next(Fault.badGateway());
        phone.follow(shop.silentLink(), visitor);
        WECHAT.faults().userinfo().next(Fault.delay(Duration.ofSeconds(3)));
        phone.follow(shop.consentLink(), visitor);

        var after = metrics();
        for (var sample : new String[] {answers("token", "garbage"), answers("userinfo", "late")}) {
            assertThat(after.value(sample) - before.value(sample)).as(sample).isEqualTo(1);
        }
    }

    private static String answers(String step, String errcode) {
        return "sociallink_wechat_answers_total{errcode=\"%s\",step=\"%s\"}"
                .formatted(errcode, step);
    }

    @Test
    void knowsTheBreakersState() {
        WECHAT.faults().token().always(Fault.noBytes());
        for (int i = 0; i < 60; i++) {
            phone.follow(shop.silentLink(), visitor);
        }
        assertThat(metrics().value("sociallink_wechat_breaker_open")).isEqualTo(1);
        assertThat(metrics().value("sociallink_wechat_refused_total{by=\"breaker\"}")).isPositive();

        WECHAT.faults().clear();
        Await.soon(
                "the line is open again",
                () -> phone.follow(shop.silentLink(), visitor).sent("profile_id").isPresent());
        assertThat(metrics().value("sociallink_wechat_breaker_open")).isZero();
    }

    @Test
    void knowsThePoolAndItself() {
        var shown = metrics();

        assertThat(shown.value("sociallink_database_connections_open") > 0)
                .isNotEqualTo(ServerUnderTest.keepsTheConnections());
        assertThat(shown.value("sociallink_wechat_exchanges")).isZero();
        assertThat(shown.value("sociallink_callbacks_waiting")).isZero();
        assertThat(shown.text()).contains("sociallink_build_info{version=");
    }

    @Test
    void knowsWhenTheDatabaseAnswered() {
        var began = Instant.now().getEpochSecond();

        Await.soon(
                "the node has looked for jobs",
                () -> metrics().value("sociallink_database_answered_timestamp_seconds") > began);
    }

    @Test
    void timesTheApi() {
        var sample = "sociallink_api_request_seconds_count{method=\"GET\",status=\"4xx\"}";
        var before = metrics().value(sample);

        shop.client().get("/api/profile/" + UUID.randomUUID() + "/");
        shop.client().get("/api/nothing/");

        assertThat(metrics().value(sample) - before).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/metrics", "/api/metrics/"})
    void speaksBothFormats(String path) {
        var plain = prometheus.get(path);
        var open = prometheus.get(path, "Accept", "application/openmetrics-text;version=1.0.0");

        expect(plain).has(200);
        assertThat(plain.header("Content-Type").orElse("").replace(" ", "").toLowerCase())
                .startsWith("text/plain;")
                .contains("version=0.0.4", "charset=utf-8");
        assertThat(plain.header("Cache-Control")).hasValue("no-store");
        assertThat(open.header("Content-Type").orElse(""))
                .startsWith("application/openmetrics-text");
        assertThat(open.body()).endsWith("# EOF\n");
    }

    @Test
    void showsThemToTheOperatorAndNoApp() {
        expect(Service.operator().get(PATH)).has(200);

        expect(shop.client().get(PATH)).isRefused(403, "insufficient_scope");
        expect(Service.API.withToken("void").get(PATH)).isRefused(401, "invalid_token");
        expect(prometheus.get(PATH + "?account_id=x")).isRefused(400).naming("account_id");
    }

    @Test
    void givesTheScopeToNoApp() {
        var app = ApiClient.app(shop.account(), "App", "profile:read", "metrics:read");

        expect(Service.operator().post("/api/app/", app)).isRefused(400).naming("scopes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "app", "configuration", "profile", "job", "account/me"})
    void showsTheScraperNothingElse(String path) {
        expect(prometheus.get("/api/" + path + "/?account_id=" + shop.account()))
                .isRefused(403, "insufficient_scope");
    }

    @Test
    void needsNoTokenFromLoopbackWhereThatIsAllowed() {
        expect(Service.API.get(PATH)).has(200);
        expect(Service.API.get("/api/account/")).isRefused(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"})
    void takesAProxysRequestForNobodys(String sign) {
        expect(Service.API.get(PATH, sign, "127.0.0.1")).isRefused(401, "invalid_token");
        expect(prometheus.get(PATH, sign, "127.0.0.1")).has(200);
    }

    /** As Go's oauth2 and therefore Prometheus ask: HTTP Basic first, form-encoded. */
    @Test
    void givesPrometheusATokenAsItAsks() {
        var credentials = ApiClient.encode(CLIENT) + ":" + ApiClient.encode(SECRET);
        var basic = Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));

        var answer =
                Service.API.postForm(
                        "grant_type=client_credentials&scope=metrics%3Aread",
                        "Authorization", "Basic " + basic);

        expect(answer).has(200);
        assertThat(answer.json().getString("scope")).isEqualTo("metrics:read");
    }
}
