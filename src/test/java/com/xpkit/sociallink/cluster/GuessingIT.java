package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.server.Node;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that guess secrets, or create apps in order to send more requests, on a node of their own. */
@ExtendWith(SharedCluster.class)
class GuessingIT {

    private static final String GUESSER = "203.0.113.1";
    private static final String ELSEWHERE = "198.51.100.1";
    private static final int GUESSES = 60;
    private static final int TOKENS = 30;
    private static final int REQUESTS = 25;

    private final Cluster cluster;

    GuessingIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void getsSlowerAndEndsAndHarmsNobodyElse() throws Exception {
        var settings = cluster.settings();
        settings.putAll(
                Map.of(
                        "SOCIALLINK_FAILURES_LOGIN", "10/PT5M",
                        "SOCIALLINK_FAILURES_CLIENT", "20/PT5M",
                        "SOCIALLINK_FAILURES_ADDRESS", TOKENS + "/PT5M",
                        "SOCIALLINK_FAILURES_WAITING", "20",
                        // a node that has just started may read all guesses at once
                        "SOCIALLINK_LIMITS_FORMS", "" + 2 * GUESSES,
                        "SOCIALLINK_RATE_LIMIT", "20/PT5M",
                        "SOCIALLINK_RATE_LIMIT_ACCOUNT", REQUESTS + "/PT5M"));
        try (var node = new Node("node-guessing").start(settings)) {
            node.awaitReady();

            holdsAnswersBackAndTakesARightSecretMeanwhile(node);
            looksAtNoMoreSecretsOfTheGuesser(node);
            refusesWrongTokensButNoGoodOne(node);
            countsTheAppsOfAnAccountTogether(node);
        }
    }

    private void holdsAnswersBackAndTakesARightSecretMeanwhile(Node node) throws Exception {
        var guesser = Executors.newFixedThreadPool(GUESSES);
        try {
            var began = System.nanoTime();
            var guesses =
                    IntStream.range(0, GUESSES)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.supplyAsync(
                                                    () -> ask(node, GUESSER, "wrong " + i),
                                                    guesser))
                            .toList();
            assertThat(rightSecret(node, ELSEWHERE).status()).isEqualTo(200);
            assertThat(since(began)).isLessThan(Duration.ofSeconds(4));

            var statuses = guesses.stream().map(guess -> guess.join().status()).toList();
            assertThat(statuses).containsOnly(401, 429).contains(401, 429);
            assertThat(since(began)).isGreaterThan(Duration.ofSeconds(7));
        } finally {
            guesser.shutdownNow();
        }
    }

    private void looksAtNoMoreSecretsOfTheGuesser(Node node) {
        var right = rightSecret(node, GUESSER);

        assertThat(right.status()).isEqualTo(429);
        assertThat(right.body()).contains("sociallink.failures.login allows 10 in PT5M");
        assertThat(right.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 300L);
        assertThat(rightSecret(node, ELSEWHERE).status()).isEqualTo(200);
        assertThat(rightSecret(node, "192.0.2.77").status()).isEqualTo(200);
    }

    private void refusesWrongTokensButNoGoodOne(Node node) {
        var good = rightSecret(node, ELSEWHERE).json().getString("access_token");
        for (int i = 0; i < TOKENS; i++) {
            assertThat(list(node, ELSEWHERE, "no token").status()).isEqualTo(401);
        }

        var refused = list(node, ELSEWHERE, "no token");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(list(node, ELSEWHERE, good).status()).isEqualTo(200);
        assertThat(list(node, "192.0.2.77", "no token").status()).isEqualTo(401);
    }

    private void countsTheAppsOfAnAccountTogether(Node node) {
        var tenant = cluster.tenant();
        var answers =
                IntStream.range(0, 3)
                        .mapToObj(i -> cluster.operator().registerApp(tenant.account(), "app:read"))
                        .flatMap(app -> requests(node, app).stream())
                        .toList();

        assertThat(answers).filteredOn(status -> status == 200).hasSize(REQUESTS - 3);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(3 * 9 - (REQUESTS - 3));
    }

    /** After the request for its token, which also counts. */
    private static List<Integer> requests(Node node, JsonObject app) {
        var client = ApiClient.at(node).login(app);
        return IntStream.range(0, 9).mapToObj(i -> client.get("/api/app/").status()).toList();
    }

    private Answer rightSecret(Node node, String address) {
        return ask(node, address, cluster.operatorSecret());
    }

    private static Answer ask(Node node, String address, String secret) {
        return ApiClient.at(node)
                .postForm(
                        "grant_type=client_credentials&client_id=%s&client_secret=%s"
                                .formatted(Cluster.OPERATOR, secret.replace(' ', '+')),
                        "X-Forwarded-For",
                        address);
    }

    private static Answer list(Node node, String address, String token) {
        return ApiClient.at(node).withToken(token).get("/api/account/", "X-Forwarded-For", address);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
