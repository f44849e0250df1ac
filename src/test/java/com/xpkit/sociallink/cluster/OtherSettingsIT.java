package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Http;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.Scope;
import com.xpkit.sociallink.simulator.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings that the shared nodes do not change, on a separate node. */
@ExtendWith(SharedCluster.class)
class OtherSettingsIT {

    private static final String ADMIN = "https://admin.example.com";
    private static final String WECHAT = "wechat_proxy";
    private static final int REQUESTS = 5;

    private final Cluster cluster;

    OtherSettingsIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void doWhatTheySay() throws Exception {
        var settings = cluster.settings();
        settings.putAll(
                Map.of(
                        "SOCIALLINK_SERVICE_URL", "https://Link.Example.com:443/",
                        "SOCIALLINK_WECHAT_CONNECT_REDIRECT", "false",
                        "SOCIALLINK_WECHAT_SNAPSHOT_USERS", "accept",
                        "SOCIALLINK_WECHAT_API_URL", wechatByAnotherName(),
                        "JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + hosts(),
                        "SOCIALLINK_LIMITS_PAGE", "1024",
                        "SOCIALLINK_CORS_ORIGINS", "https://Admin.Example.com:443",
                        "SOCIALLINK_RATE_LIMIT", REQUESTS + "/PT5M"));
        try (var node = new Node("node-other-settings").start(settings)) {
            node.awaitReady();

            sendsVisitorsBackByHttpsWithoutConnectRedirect(node);
            takesNoCookieThatOthersCanPlant(node);
            linksSnapshotVisitors(node);
            letsTheNamedOriginCall(node);
            letsNoOtherOriginCall(node);
            givesAtLeastOneRowOnEachPage(node);
            refusesAnAppsNextRequest(node);
        }
    }

    /** A name as containers have it. */
    private String wechatByAnotherName() {
        return cluster.wechat().url().toString().replace("127.0.0.1", WECHAT);
    }

    /** What the node's Java reads instead of the machine's host names. */
    private static Path hosts() throws IOException {
        var own = InetAddress.getLocalHost().getHostName();
        return Files.writeString(
                Path.of("target", "hosts-of-other-settings").toAbsolutePath(),
                "127.0.0.1 localhost " + own + " " + WECHAT + "\n");
    }

    private void sendsVisitorsBackByHttpsWithoutConnectRedirect(Node node) {
        var answer =
                Phone.of(cluster.wechat())
                        .open(node.own(tenant().link(Scope.SNSAPI_BASE, Shop.HOME)));

        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .contains("&redirect_uri=https%3A%2F%2Flink.example.com%2Fapi%2Fwechat%2Fcallback")
                .doesNotContain("connect_redirect");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-sociallink_flow_")
                .contains("; Path=/; ")
                .doesNotContain("Domain")
                .endsWith("; Secure");
    }

    private void takesNoCookieThatOthersCanPlant(Node node) {
        var phone = cluster.guest();
        var callback = phone.comeBackFrom(node, tenant(), Scope.SNSAPI_BASE);
        var planted = callback.cookies().substring("__Host-".length());
        var asked = cluster.wechat().logbook().tokenCalls();

        var end = callback.withCookies(planted).sentTo(node);

        assertThat(phone.isAtWeChat(end)).isTrue();
        assertThat(cluster.wechat().logbook().tokenCalls()).isEqualTo(asked);
        assertThat(Guest.profileId(callback.sentTo(node))).isNotEmpty();
    }

    private void linksSnapshotVisitors(Node node) {
        var virtual = Visitor.named(UUID.randomUUID().toString(), "微信用户").onSnapshotPage();

        var profile =
                new Guest(cluster.wechat(), virtual).link(node, tenant(), Scope.SNSAPI_USERINFO);

        assertThat(profile).isNotEmpty();
    }

    private static void letsTheNamedOriginCall(Node node) {
        var preflight =
                Http.send(
                        Http.request(node.url("/api/profile/"))
                                .header("Origin", ADMIN)
                                .header("Access-Control-Request-Method", "GET")
                                .method("OPTIONS", BodyPublishers.noBody()));
        var call = Http.send(Http.request(node.url("/api/profile/")).header("Origin", ADMIN));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization", "If-Match");
        assertThat(call.statusCode()).isEqualTo(401);
        assertThat(call.headers().allValues("Access-Control-Allow-Origin")).containsExactly(ADMIN);
    }

    private static void letsNoOtherOriginCall(Node node) {
        var call =
                Http.send(
                        Http.request(node.url("/api/profile/"))
                                .header("Origin", "https://admin.example.com.evil.org"));

        assertThat(call.headers().allValues("Access-Control-Allow-Origin")).isEmpty();
        assertThat(call.headers().allValues("Vary")).contains("Origin");
    }

    /** Each is larger than a page may be. */
    private void givesAtLeastOneRowOnEachPage(Node node) {
        var tenant = cluster.tenant();
        var ids = Stream.of(1, 2, 3).map(n -> tenant.profile(tenant.named(large(n)))).toList();
        var app =
                ApiClient.at(node)
                        .login(cluster.operator().registerApp(tenant.account(), "profile:read"));
        var shown = new ArrayList<String>();
        var next = "";
        while (shown.size() < ids.size()) {
            var page = app.get("/api/profile/?x__order_by=n" + next);
            var rows = page.json().getJsonArray("results");
            assertThat(rows).as(page.body()).hasSize(1);
            shown.add(rows.getJsonObject(0).getString("resource_id"));
            next = "&x__token=" + page.json().getString("next_token", "");
        }

        assertThat(shown).isEqualTo(ids);
        assertThat(next).as("the token of the last page").isEqualTo("&x__token=");
    }

    private static String large(int number) {
        return "{\"n\":%d,\"text\":\"%s\"}".formatted(number, "x".repeat(2_000));
    }

    /** The request for the token was the first. */
    private void refusesAnAppsNextRequest(Node node) {
        var operator = cluster.operator(node);
        for (int i = 1; i < REQUESTS; i++) {
            assertThat(operator.get("/api/account/").status()).isEqualTo(200);
        }

        var over = operator.get("/api/account/");

        assertThat(over.status()).isEqualTo(429);
        assertThat(over.body()).contains("\"error\":\"rate_limited\"");
        assertThat(over.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 300L);
    }

    private Tenant tenant() {
        var account =
                new OfficialAccount(
                        "wx" + UUID.randomUUID().toString().replace("-", "").substring(0, 16),
                        "secret",
                        "link.example.com");
        var tenant = cluster.tenant();
        cluster.configure(tenant, account);
        return tenant;
    }
}
