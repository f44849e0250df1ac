package com.xpkit.sociallink.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that created many profiles is notified of the results until it has confirmed the call. */
@ExtendWith(SharedCluster.class)
class WebhooksIT {

    private final Cluster cluster;
    private final Tenant tenant;
    private final JsonObject app;

    WebhooksIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.tenant();
        app = cluster.operator().registerApp(tenant.account(), "profile:write", "job:read");
    }

    @Test
    void areCalledUntilTheyAreHeardAndThenNoMore() throws Exception {
        try (var receiver = new WebhookReceiver(500, 302)) {
            var job = submit(receiver.url() + "/hook?token=1");

            Await.until(
                    "three calls came", Duration.ofSeconds(20), () -> receiver.calls().size() >= 3);
            Await.until(
                    "no call is due",
                    Duration.ofSeconds(10),
                    () -> due(job).equals(List.of("null")));

            assertThat(receiver.calls()).hasSize(3);
            assertThat(receiver.calls()).allSatisfy(call -> isSignedAbout(job, call));
        }
    }

    /** The next call would follow after half a second here. */
    @Test
    void areNotCalledBeforeTheReceiverWantsIt() throws Exception {
        var pause = Duration.ofSeconds(3);
        try (var receiver = new WebhookReceiver(503).askingForAPauseOf(pause)) {
            var job = submit(receiver.url() + "/hook");

            awaitNoCallIsDue(job);

            assertThat(receiver.calls()).hasSize(2);
            assertThat(
                            Duration.between(
                                    receiver.calls().get(0).came(), receiver.calls().get(1).came()))
                    .isGreaterThan(pause.minusMillis(100));
        }
    }

    @Test
    void areCalledNoMoreWhenTheyAreGone() throws Exception {
        try (var receiver = new WebhookReceiver(410)) {
            var job = submit(receiver.url() + "/hook");

            awaitNoCallIsDue(job);

            assertThat(receiver.calls()).hasSize(1);
            assertThat(outcome(job)).containsExactly("status 410");
        }
    }

    @Test
    void areHeardThoughTheySayMoreBeforeTheirAnswer() throws Exception {
        var interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
        try (var receiver = new PlainReceiver(interim + "HTTP/1.1 204 No Content\r\n\r\n")) {
            var job = submit(receiver.url() + "/hook");

            awaitNoCallIsDue(job);

            assertThat(receiver.calls()).isEqualTo(1);
            assertThat(outcome(job)).containsExactly("status 204");
        }
    }

    @Test
    void mayBeAtAHostWithAnUnderscore() throws Exception {
        var job = submit("http://no_such_host.invalid/hook?token=1");

        Await.until(
                "a call was tried",
                Duration.ofSeconds(20),
                () -> outcome(job).equals(List.of("unknown host")));
    }

    @Test
    void areSignedWithTheNewSecretOnceThereIsOneWhateverTheClientSecret() throws Exception {
        var path = app("webhook-secret");
        var renewed = cluster.operator().send("POST", path, "");
        var secret = renewed.resource().getString("webhook_secret");
        var other = cluster.operator().send("POST", app("secret"), "");
        try (var receiver = new WebhookReceiver()) {
            var changed = other.resource();
            var job = submit(receiver.url(), changed.getString("client_secret"));

            awaitNoCallIsDue(job);

            var call = receiver.calls().get(0);
            assertThat(changed).doesNotContainKey("webhook_secret");
            assertThat(secret).isNotEqualTo(app.getString("webhook_secret"));
            assertThat(call.header("Webhook-Signature")).isEqualTo("v1," + signature(call, secret));
        }
    }

    private String app(String secret) {
        return "/api/app/" + app.getString("client_id") + "/" + secret + "/";
    }

    @Test
    void ofTheOperatorsJobsAreSignedWithTheSettingsSecret() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            var body = body(receiver.url()).add("account_id", tenant.account()).build().toString();
            var answer = cluster.operator(cluster.two()).send("POST", "/api/profiles/", body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);

            awaitNoCallIsDue(answer.json().getString("job_id"));

            var call = receiver.calls().get(0);
            assertThat(call.header("Webhook-Signature"))
                    .isEqualTo("v1," + signature(call, Cluster.WEBHOOK_SECRET));
        }
    }

    private void awaitNoCallIsDue(String job) {
        Await.until(
                "a webhook was called, and no call is due",
                Duration.ofSeconds(30),
                () -> tries(job) > 0 && due(job).equals(List.of("null")));
    }

    private int tries(String job) {
        return Integer.parseInt(
                cluster.database()
                        .rows("SELECT webhook_tries FROM job WHERE id = '" + job + "'")
                        .get(0));
    }

    private List<String> outcome(String job) {
        return cluster.database().rows("SELECT webhook_outcome FROM job WHERE id = '" + job + "'");
    }

    private void isSignedAbout(String job, WebhookReceiver.Call call)
            throws GeneralSecurityException {
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.header("Content-Type")).startsWith("application/json");
        assertThat(call.header("Webhook-Id")).isEqualTo(job);
        var sent = Instant.ofEpochSecond(Long.parseLong(call.header("Webhook-Timestamp")));
        assertThat(Duration.between(sent, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(call.header("Webhook-Signature")).isEqualTo("v1," + signature(call));
        assertThat(json(call.body())).isEqualTo(job(job));
    }

    private String signature(WebhookReceiver.Call call) throws GeneralSecurityException {
        return signature(call, app.getString("webhook_secret"));
    }

    /** As the receiver computes it, according to Standard Webhooks. */
    private static String signature(WebhookReceiver.Call call, String secret)
            throws GeneralSecurityException {
        assertThat(secret).startsWith("whsec_");
        var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        var signed =
                call.header("Webhook-Id")
                        + "."
                        + call.header("Webhook-Timestamp")
                        + "."
                        + call.body();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }

    private String submit(String webhook) throws IOException {
        return submit(webhook, app.getString("client_secret"));
    }

    private String submit(String webhook, String clientSecret) throws IOException {
        var body = body(webhook).build().toString();
        return send(clientSecret, "POST", "/api/profiles/", body).getString("job_id");
    }

    private static JsonObjectBuilder body(String webhook) {
        return Json.createObjectBuilder()
                .add("profiles", Json.createArrayBuilder().add(Json.createObjectBuilder()))
                .add("webhook_url", webhook);
    }

    private JsonObject job(String id) {
        return send(app.getString("client_secret"), "GET", "/api/job/" + id + "/", "");
    }

    private JsonObject send(String clientSecret, String method, String path, String body) {
        var client = ApiClient.at(cluster.one()).login(app.getString("client_id"), clientSecret);
        return client.through(cluster.two()).send(method, path, body).json();
    }

    private List<String> due(String job) {
        return cluster.database().rows("SELECT due FROM job WHERE id = '" + job + "'");
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
