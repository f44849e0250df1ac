package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Shop.HOME;
import static com.xpkit.sociallink.it.Service.WECHAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.ServerUnderTest;
import com.xpkit.sociallink.simulator.Fault;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.Json;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators see of the service. */
class HealthAndLogIT extends OnAServer {

    private static final String FACTS =
            " account=%s configuration=%s duration=[0-9]+ms reference=[0-9a-f]{12}.*";

    private final Shop shop = Service.shop();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), Service.unique("昵称"));
    private final Phone phone = Service.phone();

    @AfterEach
    void recover() {
        WECHAT.faults().clear();
    }

    @Test
    void isReady() {
        assertThat(ServerUnderTest.isReady()).isTrue();
    }

    @Test
    void describesItsApiAsItWasWritten() throws IOException {
        var answer = Service.API.get("/openapi.yaml");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/yaml"));
        assertThat(answer.body())
                .isEqualTo(Files.readString(Path.of("src/main/resources/META-INF/openapi.yaml")));
    }

    @Test
    void aLinkIsOneLine() {
        var profile = expect(phone.follow(shop.consentLink(), visitor)).linksTo(HOME);

        awaitLine(".*linked profile_id=" + profile + facts());
    }

    @Test
    void aRefusalIsOneLine() {
        WECHAT.faults().token().next(Fault.errcode(40029));
        expect(phone.follow(shop.consentLink(), visitor)).goesTo(HOME + "?error_code=103");
        expect(Service.browser("Firefox").open(shop.silentLink())).goesTo(HOME + "?error_code=100");

        awaitLine(".*refused error_code=103 .*" + facts());
        awaitLine(".*refused error_code=100 .*" + facts());
    }

    @Test
    void thePagesReferenceIsInTheLog() {
        var answer = phone.open(Service.authorise("account_id=x"), "Accept", "application/json");

        var reference = answer.json().getJsonObject("extra_info").getString("reference");
        awaitLine(".*refused error_code=105 .* reference=" + reference + ".*");
    }

    private String facts() {
        return FACTS.formatted(shop.account(), shop.configuration());
    }

    @Test
    void noSecretIsEverInTheLog() {
        var secrets = new ArrayList<String>();
        secrets.add(Service.OPERATOR_SECRET);
        secrets.add(shop.official().secret());
        secrets.add(shop.client().token());
        secrets.add(visitor.nickname().text());
        for (var fault : faults()) {
            WECHAT.faults().token().next(fault);
            secrets.addAll(secretsOf(phone.goToWeChat(shop.consentLink(), visitor)));
            WECHAT.faults().userinfo().next(fault);
            secrets.addAll(secretsOf(phone.goToWeChat(shop.consentLink(), visitor)));
        }
        secrets.addAll(secretsOf(phone.goToWeChat(shop.consentLink(), visitor)));
        secrets.addAll(secretsOfTheApi());
        phone.cookies().stream().map(HttpCookie::getValue).forEach(secrets::add);
        var end = phone.open(Service.authorise("account_id=x"), "Accept", "application/json");

        awaitLine(".*" + end.json().getJsonObject("extra_info").getString("reference") + ".*");
        var log = Service.log();
        assertThat(secrets).hasSizeGreaterThan(30).allSatisfy(secret -> assertIsNotIn(log, secret));
    }

    private static List<Fault> faults() {
        return List.of(
                Fault.errcode(40029),
                Fault.errcode(40125),
                Fault.badGateway(),
                Fault.garbage(),
                Fault.cutInMidAnswer(),
                Fault.delay(Duration.ofSeconds(3)));
    }

    /** Calls back, and returns what must never be readable later. */
    private List<String> secretsOf(URI callback) {
        phone.callBack(callback);
        phone.callBack(callback);
        return List.of(
                Answer.parameter(callback, "code").orElseThrow(),
                Answer.parameter(callback, "flow").orElseThrow());
    }

    private List<String> secretsOfTheApi() {
        var operator = Service.operator();
        var app = operator.registerApp(shop.account(), "profile:read");
        var wrong = Service.unique("wrong-secret-");
        Service.API.askForToken(app.getString("client_id"), wrong);
        Service.API.withToken(wrong).get("/api/profile/");
        var sent = Json.createObjectBuilder().add("app_secret", wrong).add("domain", "%%");
        operator.post("/api/configuration/", sent);
        operator.patch("/api/configuration/" + shop.configuration(), sent);
        return List.of(
                app.getString("client_secret"),
                app.getString("webhook_secret"),
                operator.token(),
                wrong);
    }

    private static void assertIsNotIn(String log, String secret) {
        assertThat(secret).hasSizeGreaterThan(5);
        assertThat(log.contains(secret)).as("the log contains " + secret).isFalse();
    }

    /** The log may be written after the answer is sent. */
    private static void awaitLine(String pattern) {
        Await.soon(
                "a line like " + pattern,
                () -> Service.log().lines().anyMatch(line -> line.matches(pattern)));
    }
}
