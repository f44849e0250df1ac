package com.xpkit.sociallink.simulator;

import static com.xpkit.sociallink.simulator.Backend.errcode;
import static com.xpkit.sociallink.simulator.Backend.json;
import static com.xpkit.sociallink.simulator.Phone.codeIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeChatSimulatorTest {

    private static final URI LINK =
            URI.create(
                    "https://open.example/connect/oauth2/authorize?appid=wx1"
                            + "&redirect_uri=https%3A%2F%2Fa.example%2F%3Fx%3D1"
                            + "&response_type=code&scope=snsapi_userinfo&state=s1#wechat_redirect");

    private final WeChatSimulator simulator = WeChatSimulator.start(0);
    private final OfficialAccount account =
            simulator.register(new OfficialAccount("wx1", "secret1", "a.example"));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void acceptsALinkForATest() throws Exception {
        URI callback = simulator.accept(LINK, People.EMOJI);

        String code = codeIn(callback.toString());
        assertThat(callback).hasToString("https://a.example/?x=1&code=" + code + "&state=s1");
        assertThat(json(new Backend(simulator).exchange(account, code)).getString("openid"))
                .isEqualTo(People.EMOJI.openid("wx1"));
    }

    @Test
    void givesASecondCodeForTheSameState() throws Exception {
        String first = codeIn(simulator.accept(LINK, People.EMOJI).toString());
        String second = codeIn(simulator.accept(LINK, People.EMOJI).toString());

        assertThat(second).isNotEqualTo(first);
        assertThat(errcode(new Backend(simulator).exchange(account, first))).isZero();
        assertThat(errcode(new Backend(simulator).exchange(account, second))).isZero();
    }

    @Test
    void declinesALinkForATest() {
        assertThat(simulator.decide(LINK, People.EMOJI, Decision.CLOSE)).isEmpty();
        assertThat(simulator.decide(LINK, People.EMOJI, Decision.DECLINE_WITH_STATE_ONLY))
                .contains(URI.create("https://a.example/?x=1&state=s1"));
    }

    @Test
    void acceptsNoLinkThatWeChatWouldRefuse() {
        URI elsewhere = URI.create(LINK.toString().replace("a.example", "b.example"));

        assertThatThrownBy(() -> simulator.accept(elsewhere, People.EMOJI))
                .isInstanceOfSatisfying(
                        ErrorPageShown.class,
                        shown -> assertThat(shown.page()).isEqualTo(ErrorPage.WRONG_DOMAIN));
    }

    @Test
    void issuesNoCodeForAnAccountItDoesNotKnow() {
        assertThatThrownBy(() -> simulator.issueCode("wx9", People.EMOJI, Scope.SNSAPI_BASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wx9");
    }

    @Test
    void notesWhatItServed() throws Exception {
        Backend backend = new Backend(simulator);
        String code = simulator.issueCode("wx1", People.EMOJI, Scope.SNSAPI_USERINFO);

        backend.userinfo(json(backend.exchange(account, code)));

        Logbook logbook = simulator.logbook();
        assertThat(logbook.tokenCalls()).isEqualTo(1);
        assertThat(logbook.rightSecrets()).isEqualTo(1);
        assertThat(logbook.wrongSecrets()).isZero();
        assertThat(logbook.userinfoCalls()).isEqualTo(1);
        assertThat(logbook.userinfoLanguages()).containsExactly("zh_CN");
        assertThat(logbook.codesIssued()).isEqualTo(1);
        assertThat(logbook.codesSpent()).isEqualTo(1);
    }

    @Test
    void tellsConnectionsApart() throws Exception {
        Backend keepsItsConnection = new Backend(simulator);
        keepsItsConnection.token("");
        keepsItsConnection.token("");
        assertThat(simulator.logbook().apiConnections()).isEqualTo(1);

        new Backend(simulator).token("");
        assertThat(simulator.logbook().apiConnections()).isEqualTo(2);
    }

    @Test
    void refusesAPortThatIsTaken() {
        int taken = simulator.url().getPort();

        assertThatThrownBy(() -> WeChatSimulator.start(taken).close())
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void showsNoSecretWhenPrinted() {
        assertThat(account.toString()).contains("wx1").doesNotContain("secret1");
    }

    @Test
    void breaksOffWhatIsStillBeingAnsweredWhenClosed() throws Exception {
        simulator.faults().token().always(Fault.delay(Duration.ofMinutes(10)));
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(this::statusOfACall);
        while (simulator.logbook().tokenCalls() == 0) {
            Thread.onSpinWait();
        }

        simulator.close();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
    }

    private int statusOfACall() {
        try {
            return new Backend(simulator).token("").statusCode();
        } catch (IOException | InterruptedException brokenOff) {
            return -1;
        }
    }
}
