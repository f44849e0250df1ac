package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.Scope;
import jakarta.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SharedCluster.class)
class TwoNodesIT {

    /** The time that the contract allows until a change reaches every node. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final Tenant tenant;

    TwoNodesIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.tenant();
    }

    @Test
    void migrateAnEmptyDatabaseOnceThoughBothStartAtOnce() {
        var history = " FROM flyway_schema_history";

        assertThat(cluster.database().rows("SELECT version" + history))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(cluster.database().rows("SELECT version" + history + " WHERE NOT success"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void endAFlowThatTheOtherBegan(Scope scope) {
        cluster.configure(tenant, cluster.officialAccount());
        var phone = cluster.guest();

        var there = phone.comeBackFrom(cluster.one(), tenant, scope).sentTo(cluster.two());
        var back = phone.comeBackFrom(cluster.two(), tenant, scope).sentTo(cluster.one());

        assertThat(Guest.profileId(back)).isEqualTo(Guest.profileId(there));
    }

    @Test
    void learnOfAChangedConfigurationFromEachOther() {
        var official = cluster.officialAccount();
        var configuration = cluster.configure(tenant, official);
        var other = cluster.wechat().register(cluster.officialAccount());
        assertThat(asks(cluster.two())).contains("appid=" + official.appId());

        patch(
                configuration,
                Json.createObjectBuilder()
                        .add("app_id", other.appId())
                        .add("app_secret", other.secret())
                        .build()
                        .toString());

        Await.until(
                "node two sends visitors through the other account",
                SOON,
                () -> asks(cluster.two()).contains("appid=" + other.appId()));
        cluster.guest().link(cluster.two(), tenant, Scope.SNSAPI_BASE);
    }

    @Test
    void forgetADeletedConfiguration() {
        var official = cluster.officialAccount();
        var configuration = cluster.configure(tenant, official);
        cluster.guest().link(cluster.two(), tenant, Scope.SNSAPI_BASE);

        cluster.operator().delete(configuration);

        Await.until("node two refuses the address", SOON, () -> authorise(cluster.two()) == 400);
    }

    @Test
    void forgetADeletedAccountAndItsApps() {
        cluster.configure(tenant, cluster.officialAccount());
        var client =
                ApiClient.at(cluster.two())
                        .login(cluster.operator().registerApp(tenant.account(), "profile:read"));
        assertThat(status(cluster.two(), client)).isEqualTo(200);
        assertThat(authorise(cluster.two())).isEqualTo(302);

        var path = "/api/account/" + tenant.account() + "/";
        assertThat(cluster.operator().delete(path).status()).isEqualTo(204);

        assertThat(status(cluster.one(), client)).isEqualTo(401);
        assertThat(authorise(cluster.one())).isEqualTo(400);
        Await.until(
                "node two knows neither of them",
                SOON,
                () -> status(cluster.two(), client) == 401 && authorise(cluster.two()) == 400);
    }

    @Test
    void voidTheTokensOfAChangedApp() {
        var app = cluster.operator().registerApp(tenant.account(), "profile:read", "app:read");
        var id = app.getString("client_id");
        var client = ApiClient.at(cluster.two()).login(app);
        assertThat(status(cluster.two(), client)).isEqualTo(200);

        patch("/api/app/" + id + "/", "{\"scopes\":[\"profile:read\"]}");

        Await.until("node two refuses the token", SOON, () -> status(cluster.two(), client) == 401);
    }

    @Test
    void voidTheTokensOfADeletedApp() {
        var app = cluster.operator().registerApp(tenant.account(), "profile:read", "app:read");
        var id = app.getString("client_id");
        var client = ApiClient.at(cluster.two()).login(app);
        assertThat(status(cluster.two(), client)).isEqualTo(200);

        cluster.operator().delete("/api/app/" + id + "/");

        Await.until("node two refuses the token", SOON, () -> status(cluster.two(), client) == 401);
    }

    private void patch(String path, String body) {
        var answer = cluster.operator().send("PATCH", path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static int status(Node node, ApiClient app) {
        return app.through(node).get("/api/profile/").status();
    }

    private int authorise(Node node) {
        var link = node.own(tenant.link(Scope.SNSAPI_BASE, Shop.HOME));
        return Phone.of(cluster.wechat()).open(link).status();
    }

    private String asks(Node node) {
        return cluster.guest().begin(node, tenant, Scope.SNSAPI_BASE).wechat().getQuery();
    }
}
