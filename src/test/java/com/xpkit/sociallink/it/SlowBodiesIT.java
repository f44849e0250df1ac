package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.ServerUnderTest;
import com.xpkit.sociallink.simulator.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Bodies that arrive slowly, byte by byte. Each used to keep a thread, and 210 of them kept all of Payara Micro's.
 */
class SlowBodiesIT extends OnAServer {

    private static final int MANY = 210;

    /** The shipped {@code sociallink.limits.forms}. */
    private static final int PLACES = 32;

    private static final Duration SOON = Duration.ofSeconds(3);

    /** The shipped {@code sociallink.limits.body-time}, and time for a busy machine. */
    private static final Duration CUT = Duration.ofSeconds(10 + 15);

    @Test
    void ofFormsHoldUpNobodyAndAreCut() {
        var shop = Service.shop();
        var bodies = new ArrayList<SlowBody>();
        try {
            for (int i = 0; i < MANY; i++) {
                var type =
                        i % 2 == 0
                                ? "application/x-www-form-urlencoded"
                                : "multipart/form-data; boundary=b";
                bodies.add(SlowBody.to("/api/token/", type));
            }
            for (int i = 0; i < 3; i++) {
                bodies.forEach(SlowBody::drip);
                linksSoon(shop, "v" + i);
            }
            if (ServerUnderTest.handsBodiesOverAsTheyCome()) {
                areCut(bodies);
                assertThat(bodies).filteredOn(SlowBodiesIT::isTooSlow).hasSizeBetween(1, PLACES);
            }
        } finally {
            bodies.forEach(SlowBody::close);
        }
        Await.until("there is a place again", CUT, () -> askForToken().status() == 401);
    }

    private static Answer askForToken() {
        return Service.API.askForToken("nobody", "x");
    }

    private static void linksSoon(Shop shop, String visitor) {
        var began = System.nanoTime();
        var phone = Service.phone();

        var callback = phone.goToWeChat(shop.consentLink(), Visitor.named(visitor, "Ming"));

        expect(phone.callBack(callback)).has(302);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }

    private static void areCut(List<SlowBody> bodies) {
        Await.until(
                "all slow bodies are answered",
                CUT,
                () -> {
                    bodies.forEach(SlowBody::drip);
                    return bodies.stream().allMatch(SlowBody::isAnswered);
                });
        assertThat(bodies)
                .allSatisfy(
                        body ->
                                assertThat(body.answer())
                                        .matches(
                                                "(?s)HTTP/1.1 (408 .*sociallink.limits.body-time|503 .*sociallink.limits.forms)[^a-z].*"));
    }

    private static boolean isTooSlow(SlowBody body) {
        return body.answer().startsWith("HTTP/1.1 408");
    }

    /** A body from a client with a token is read by a thread, but not for ever. */
    @Test
    void ofResourcesAreCut() {
        try (var body = SlowBody.to("/api/account/", "application/json", Service.operator())) {
            if (ServerUnderTest.handsBodiesOverAsTheyCome()) {
                areCut(List.of(body));
                assertThat(body).matches(SlowBodiesIT::isTooSlow);
            }
            expect(Service.operator().get("/api/account/?x__limit=1")).has(200);
        }
    }

    @Test
    void thatComeWholeInTheirTimeAreTaken() {
        var form = "grant_type=client_credentials&client_id=nobody&client_secret=x";
        try (var body =
                SlowBody.to("/api/token/", "application/x-www-form-urlencoded", form.length())) {
            for (int i = 0; i < form.length(); i++) {
                body.say(form.substring(i, i + 1));
            }
            Await.until("the form is answered", SOON, body::isAnswered);

            assertThat(body.answer()).startsWith("HTTP/1.1 401").contains("invalid_client");
        }
    }

    @Test
    void thatNobodySendsAreEmpty() {
        var answer =
                RawRequest.of("POST", "/api/token/")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .send();

        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.json()).containsKeys("error", "description", "extra_info");
    }
}
