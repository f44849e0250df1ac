package com.xpkit.sociallink.simulator;

import static com.xpkit.sociallink.simulator.Backend.errcode;
import static com.xpkit.sociallink.simulator.Backend.json;
import static com.xpkit.sociallink.simulator.Backend.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

    private final WeChatSimulator simulator = WeChatSimulator.start(0);
    private final Backend backend = new Backend(simulator);
    private final OfficialAccount account =
            simulator.register(new OfficialAccount("wx1", "secret1", "a.example"));
    private final FaultQueue token = simulator.faults().token();
    private final String code = simulator.issueCode("wx1", People.XIAOMING, Scope.SNSAPI_USERINFO);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void isBusyAsOftenAsConfiguredAndThenServes() throws Exception {
        token.next(2, Fault.systemBusy());

        assertThat(errcode(exchange())).isEqualTo(-1);
        assertThat(errcode(exchange())).isEqualTo(-1);
        assertThat(errcode(exchange())).isZero();
        assertThat(simulator.logbook().tokenCalls()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {45011, 61450, 40164})
    void refusesWithAnyErrcodeAndSpendsNoCode(int errcode) throws Exception {
        token.next(Fault.errcode(errcode));

        JsonObject error = json(exchange());

        assertThat(error.getInt("errcode")).isEqualTo(errcode);
        assertThat(error.getString("errmsg")).containsPattern(", rid: \\w{8}-\\w{8}-\\w{8}$");
        assertThat(simulator.logbook().isSpent(code)).isFalse();
    }

    @Test
    void spendsTheCodeWhenTheAnswerIsLostAfterwards() throws Exception {
        token.next(Fault.badGateway().afterServing());

        assertThat(exchange().statusCode()).isEqualTo(502);
        assertThat(errcode(exchange())).isEqualTo(40163);
    }

    @Test
    void keepsTheOrderOfFaults() throws Exception {
        token.next(Fault.errcode(1)).next(Fault.errcode(2)).always(Fault.errcode(3));

        assertThat(errcode(exchange())).isEqualTo(1);
        assertThat(errcode(exchange())).isEqualTo(2);
        assertThat(errcode(exchange())).isEqualTo(3);
        assertThat(errcode(exchange())).isEqualTo(3);
    }

    @Test
    void forgetsItsFaultsWhenCleared() throws Exception {
        token.next(5, Fault.systemBusy()).always(Fault.emptyBody());
        simulator.faults().clear();

        assertThat(errcode(exchange())).isZero();
    }

    @Test
    void answersWithAGatewaysPage() throws Exception {
        token.next(Fault.badGateway());

        HttpResponse<byte[]> answer = exchange();

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/html");
        assertThat(text(answer)).contains("<h1>502");
    }

    @Test
    void answersWithNothingGarbageOrAGivenBody() throws Exception {
        token.next(Fault.emptyBody()).next(Fault.garbage()).next(Fault.body("[1]"));

        HttpResponse<byte[]> empty = exchange();
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
        assertThat(exchange().body()).startsWith(0x00, 0xff);
        assertThat(text(exchange())).isEqualTo("[1]");
        assertThat(simulator.logbook().codesSpent()).isZero();
    }

    @Test
    void leavesTheOpenidOut() throws Exception {
        token.next(Fault.withoutOpenid());

        assertThat(json(exchange()))
                .containsKeys("access_token", "scope")
                .doesNotContainKey("openid");
    }

    @Test
    void answersAtLength() throws Exception {
        token.next(Fault.large(1_500_000));

        HttpResponse<byte[]> answer = exchange();

        assertThat(answer.body()).hasSizeGreaterThan(1_500_000);
        assertThat(json(answer).getString("openid")).isEqualTo(People.XIAOMING.openid("wx1"));
    }

    @Test
    void answersLate() throws Exception {
        token.next(Fault.delay(Duration.ofMillis(150)));
        long start = System.nanoTime();

        assertThat(errcode(exchange())).isZero();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(150_000_000L);
    }

    @Test
    void dripsByteByByte() throws Exception {
        simulator.faults().userinfo().next(Fault.slowDrip(Duration.ofMillis(1)));
        long start = System.nanoTime();

        HttpResponse<byte[]> answer = backend.get("/sns/userinfo");

        assertThat(errcode(answer)).isEqualTo(41001);
        assertThat(System.nanoTime() - start).isGreaterThan(answer.body().length * 1_000_000L);
    }

    @Test
    void cutsTheConnectionInMidAnswer() {
        token.next(Fault.cutInMidAnswer());

        String heard = hear("/sns/oauth2/access_token?" + Backend.exchangeForm(account, code));

        assertThat(heard).startsWith("HTTP/1.1 200 OK").contains("{\"access_token\":\"82_");
        assertThat(heard).doesNotContain("\"scope\"");
        assertThat(simulator.logbook().isSpent(code)).isTrue();
    }

    @Test
    void closesTheConnectionWithoutAByte() {
        token.next(Fault.noBytes()).next(Fault.noBytes().afterServing());
        String call = "/sns/oauth2/access_token?" + Backend.exchangeForm(account, code);

        assertThat(hear(call)).isEmpty();
        assertThat(simulator.logbook().isSpent(code)).isFalse();
        assertThat(hear(call)).isEmpty();
        assertThat(simulator.logbook().isSpent(code)).isTrue();
    }

    @Test
    void letsTheClientFailWhenItCuts() {
        token.always(Fault.cutInMidAnswer());

        assertThatThrownBy(this::exchange).isInstanceOf(IOException.class);
    }

    @Test
    void spoilsUserinfoSeparatelyFromTokens() throws Exception {
        simulator.faults().userinfo().next(Fault.systemBusy());
        JsonObject good = json(exchange());

        assertThat(errcode(backend.userinfo(good))).isEqualTo(-1);
        assertThat(errcode(backend.userinfo(good))).isZero();
    }

    private HttpResponse<byte[]> exchange() throws IOException, InterruptedException {
        return backend.exchange(account, code);
    }

    private String hear(String call) {
        try (Socket socket = new Socket("127.0.0.1", simulator.url().getPort())) {
            String head = "GET " + call + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
