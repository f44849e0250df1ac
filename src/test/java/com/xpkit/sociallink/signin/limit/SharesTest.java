package com.xpkit.sociallink.signin.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.xpkit.sociallink.signin.limit.RateLimit.RateLimited;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Shares impatient = new Shares(2, Duration.ZERO);
    private final Shares patient = new Shares(1, LONG);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void refusesMoreAtATimeThanAnAccountMayHave() {
        enter(impatient, ACCOUNT);
        enter(impatient, ACCOUNT);

        assertThatExceptionOfType(RateLimited.class)
                .isThrownBy(() -> enter(impatient, ACCOUNT))
                .withMessageContaining("sociallink.limits.at-once allows an account 2 at a time")
                .satisfies(refused -> assertThat(refused.headers()).containsKey("Retry-After"));
    }

    @Test
    void takesTheNextWhenOneIsOver() {
        enter(impatient, ACCOUNT);
        var over = enter(impatient, ACCOUNT);

        impatient.leave(over);

        assertThat(enter(impatient, ACCOUNT)).isNotNull();
    }

    @Test
    void leavesOtherAccountsTheirShare() {
        enter(impatient, ACCOUNT);
        enter(impatient, ACCOUNT);

        assertThat(enter(impatient, UUID.randomUUID())).isNotNull();
    }

    @Test
    void givesAPlaceBackOnce() {
        enter(impatient, ACCOUNT);
        var over = enter(impatient, ACCOUNT);
        impatient.leave(over);
        impatient.leave(over);
        enter(impatient, ACCOUNT);

        assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> enter(impatient, ACCOUNT));
    }

    @Test
    void letsTheNextOnesWait() throws Exception {
        var first = enter(patient, ACCOUNT);
        var second = CompletableFuture.supplyAsync(() -> enter(patient, ACCOUNT), threads);

        patient.leave(first);

        assertThat(second.get(1, TimeUnit.MINUTES)).isNotNull();
    }

    /** Otherwise waiting requests would occupy all of the server's threads. */
    @Test
    void letsFewWait() throws Exception {
        var first = enter(patient, ACCOUNT);
        var others = new ArrayList<CompletableFuture<HttpServletRequest>>();
        for (var i = 0; i < 8; i++) {
            others.add(CompletableFuture.supplyAsync(() -> enter(patient, ACCOUNT), threads));
        }

        var refused = CompletableFuture.anyOf(others.toArray(CompletableFuture[]::new));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> refused.get(1, TimeUnit.MINUTES))
                .withCauseInstanceOf(RateLimited.class);
        // each leaves when its turn comes, in any order
        var over =
                others.stream()
                        .map(other -> other.thenAccept(patient::leave).exceptionally(e -> null))
                        .toArray(CompletableFuture[]::new);
        patient.leave(first);
        CompletableFuture.allOf(over).get(1, TimeUnit.MINUTES);
    }

    @Test
    void forgetsAccountsWithoutRequests() {
        List.of(enter(impatient, ACCOUNT), enter(impatient, ACCOUNT)).forEach(impatient::leave);

        assertThat(impatient.size()).isZero();
    }

    @Test
    void knowsNothingOfRequestsWithoutAPlace() {
        impatient.leave(request());

        assertThat(impatient.size()).isZero();
    }

    private static HttpServletRequest enter(Shares shares, UUID account) {
        var request = request();
        shares.enter(request, account);
        return request;
    }

    /** A request that only keeps its attributes. */
    private static HttpServletRequest request() {
        var attributes = new HashMap<Object, Object>();
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        SharesTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getAttribute" -> attributes.get(arguments[0]);
                                    case "setAttribute" ->
                                            attributes.put(arguments[0], arguments[1]);
                                    case "removeAttribute" -> attributes.remove(arguments[0]);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
