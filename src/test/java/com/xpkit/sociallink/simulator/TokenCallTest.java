package com.xpkit.sociallink.simulator;

import static com.xpkit.sociallink.simulator.Backend.errcode;
import static com.xpkit.sociallink.simulator.Backend.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCallTest {

    private static final String TOKEN = "/sns/oauth2/access_token";

    private final MovableClock clock = new MovableClock(Instant.ofEpochSecond(0x65c17d8c));
    private final WeChatSimulator simulator =
            WeChatSimulator.start(SimulatorOptions.defaults().clock(clock));
    private final Backend backend = new Backend(simulator);
    private final OfficialAccount account =
            simulator.register(new OfficialAccount("wx1", "secret1", "a.example"));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void returnsTheOpenidOfASilentVisitor() throws Exception {
        JsonObject token = json(backend.exchange(account, code(Scope.SNSAPI_BASE)));

        assertThat(token.keySet())
                .containsExactly("access_token", "expires_in", "refresh_token", "openid", "scope");
        assertThat(token.getString("access_token")).matches("\\d\\d_[\\w-]{104}");
        assertThat(token.getString("refresh_token"))
                .matches("\\d\\d_[\\w-]{104}")
                .isNotEqualTo(token.getString("access_token"));
        assertThat(token.getInt("expires_in")).isEqualTo(7200);
        assertThat(token.getString("openid")).isEqualTo(People.XIAOMING.openid("wx1"));
        assertThat(token.getString("scope")).isEqualTo("snsapi_base");
    }

    @Test
    void speaksPlainTextWithoutACharset() throws Exception {
        HttpResponse<byte[]> good = backend.exchange(account, code(Scope.SNSAPI_BASE));
        HttpResponse<byte[]> bad = backend.token("");

        assertThat(List.of(good.statusCode(), bad.statusCode())).containsOnly(200);
        assertThat(good.headers().allValues("Content-Type")).containsExactly("text/plain");
        assertThat(bad.headers().allValues("Content-Type")).containsExactly("text/plain");
    }

    @Test
    void takesAFormToo() throws Exception {
        String form = Backend.exchangeForm(account, code(Scope.SNSAPI_USERINFO));

        assertThat(json(backend.post(TOKEN, form)).getString("scope")).isEqualTo("snsapi_userinfo");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 41002, appid missing",
        "appid=wx1, 41004, appsecret missing",
        "appid=wx1&secret=no, 41008, missing code",
        "appid=wx1&secret=no&code=0x, 40002, invalid grant_type",
        "appid=wx1&secret=no&code=0x&grant_type=authorization_code%20, 40002, invalid grant_type",
        "appid=wx2&secret=no&code=0x&grant_type=authorization_code, 40013, invalid appid",
        "appid=wx1&secret=no&code=0x&grant_type=authorization_code, 40125, invalid appsecret",
        "appid=wx1&secret=secret1&code=0x&grant_type=authorization_code, 40029, invalid code",
        "appid=wx1&secret=secret1&code=authdeny&grant_type=authorization_code, 40029, invalid code"
    })
    void refusesOneMistakeAfterTheOther(String query, int errcode, String text) throws Exception {
        JsonObject error = json(backend.token(query));

        assertThat(error.getInt("errcode")).isEqualTo(errcode);
        assertThat(error.getString("errmsg"))
                .matches(text + ", rid: 65c17d8c-[0-9a-f]{8}-[0-9a-f]{8}");
    }

    @Test
    void spendsACodeOnce() throws Exception {
        String code = code(Scope.SNSAPI_BASE);

        assertThat(errcode(backend.exchange(account, code))).isZero();
        assertThat(errcode(backend.exchange(account, code))).isEqualTo(40163);
        assertThat(simulator.logbook().isSpent(code)).isTrue();
        clock.advance(Duration.ofHours(4));
        assertThat(errcode(backend.exchange(account, code))).isEqualTo(40163);
    }

    @Test
    void keepsACodeForFiveMinutes() throws Exception {
        String early = code(Scope.SNSAPI_BASE);
        String late = code(Scope.SNSAPI_BASE);

        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(errcode(backend.exchange(account, early))).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(errcode(backend.exchange(account, late))).isEqualTo(40029);
        assertThat(simulator.logbook().isSpent(late)).isFalse();
    }

    @Test
    void keepsACodeForItsOwnAccount() throws Exception {
        OfficialAccount other =
                simulator.register(new OfficialAccount("wx2", "secret2", "b.example"));
        String code = code(Scope.SNSAPI_BASE);

        assertThat(errcode(backend.exchange(other, code))).isEqualTo(40029);
        assertThat(errcode(backend.exchange(account, code))).isZero();
    }

    @Test
    void spendsNothingOnAWrongSecret() throws Exception {
        OfficialAccount mistaken = new OfficialAccount("wx1", "other", "a.example");
        String code = code(Scope.SNSAPI_BASE);

        assertThat(errcode(backend.exchange(mistaken, code))).isEqualTo(40125);
        assertThat(simulator.logbook().codesSpent()).isZero();
        assertThat(simulator.logbook().wrongSecrets()).isEqualTo(1);
        assertThat(simulator.logbook().rightSecrets()).isZero();
    }

    @Test
    void letsExactlyOneOfManyAtOnceWin() throws Exception {
        String code = code(Scope.SNSAPI_BASE);
        CyclicBarrier start = new CyclicBarrier(6);
        Callable<Integer> racing =
                () -> {
                    start.await();
                    return errcode(backend.exchange(account, code));
                };

        List<Integer> errcodes = atOnce(IntStream.range(0, 6).mapToObj(i -> racing).toList());

        assertThat(errcodes).containsExactlyInAnyOrder(0, 40163, 40163, 40163, 40163, 40163);
    }

    @Test
    void flagsASnapshotVisitorWithConsentOnly() throws Exception {
        String consent = simulator.issueCode("wx1", People.SNAPSHOT, Scope.SNSAPI_USERINFO);
        String base = simulator.issueCode("wx1", People.SNAPSHOT, Scope.SNSAPI_BASE);

        assertThat(json(backend.exchange(account, consent)).getInt("is_snapshotuser")).isEqualTo(1);
        assertThat(json(backend.exchange(account, base))).doesNotContainKey("is_snapshotuser");
    }

    @Test
    void returnsTheUnionidOfABoundAccountWithConsentOnly() throws Exception {
        simulator.register(account.boundTo("brand"));

        assertThat(
                        json(backend.exchange(account, code(Scope.SNSAPI_USERINFO)))
                                .getString("unionid"))
                .isEqualTo(People.XIAOMING.unionid("brand"));
        assertThat(json(backend.exchange(account, code(Scope.SNSAPI_BASE))))
                .doesNotContainKey("unionid");
    }

    @Test
    void returnsTheUnionidInSilenceWhenConfigured() throws Exception {
        simulator.register(account.boundTo("brand").tellingUnionidForBase());

        assertThat(json(backend.exchange(account, code(Scope.SNSAPI_BASE))).getString("unionid"))
                .isEqualTo(People.XIAOMING.unionid("brand"));
    }

    private String code(Scope scope) {
        return simulator.issueCode("wx1", People.XIAOMING, scope);
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<Integer>> answers = threads.invokeAll(calls);
            return answers.stream().map(TokenCallTest::value).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Integer value(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
