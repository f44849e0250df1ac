package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** What the contract grants a change to reach every node. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final Tenant tenant;

    TwoNodesIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.operator().tenant();
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
        tenant.through(cluster.operator().officialAccount());
        var phone = Phone.ofANewVisitor(cluster);

        var there = phone.comeBackFrom(cluster.one(), tenant, scope).sentTo(cluster.two());
        var back = phone.comeBackFrom(cluster.two(), tenant, scope).sentTo(cluster.one());

        assertThat(Phone.profileId(back)).isEqualTo(Phone.profileId(there));
    }

    @Test
    void learnOfAChangedConfigurationFromEachOther() {
        var official = cluster.operator().officialAccount();
        var configuration = cluster.operator().configure(tenant, official, Tenant.DOMAIN);
        var other = cluster.wechat().register(cluster.operator().officialAccount());
        assertThat(asks(cluster.two())).contains("appid=" + official.appId());

        patch(
                configuration.getString("resource_url"),
                Json.createObjectBuilder()
                        .add("app_id", other.appId())
                        .add("app_secret", other.secret())
                        .build()
                        .toString());

        Await.until(
                "node two sends visitors through the other account",
                SOON,
                () -> asks(cluster.two()).contains("appid=" + other.appId()));
        Phone.ofANewVisitor(cluster).link(cluster.two(), tenant, Scope.SNSAPI_BASE);
    }

    @Test
    void forgetADeletedConfiguration() {
        var official = cluster.operator().officialAccount();
        var configuration = cluster.operator().configure(tenant, official, Tenant.DOMAIN);
        Phone.ofANewVisitor(cluster).link(cluster.two(), tenant, Scope.SNSAPI_BASE);

        cluster.operator()
                .send(cluster.one(), "DELETE", configuration.getString("resource_url"), "");

        Await.until(
                "node two refuses the address",
                SOON,
                () -> Phone.status(cluster.two(), tenant.authorise(Scope.SNSAPI_BASE)) == 400);
    }

    @Test
    void forgetADeletedAccountAndItsApps() {
        tenant.through(cluster.operator().officialAccount());
        var app = cluster.operator().app(tenant, "profile:read");
        var token =
                Operator.token(
                        cluster.two(), app.getString("client_id"), app.getString("client_secret"));
        var authorise = tenant.authorise(Scope.SNSAPI_BASE);
        assertThat(status(cluster.two(), token)).isEqualTo(200);
        assertThat(Phone.status(cluster.two(), authorise)).isEqualTo(302);

        var path = "/api/account/" + tenant.id() + "/";
        assertThat(cluster.operator().send(cluster.one(), "DELETE", path, "").statusCode())
                .isEqualTo(204);

        assertThat(status(cluster.one(), token)).isEqualTo(401);
        assertThat(Phone.status(cluster.one(), authorise)).isEqualTo(400);
        Await.until(
                "node two knows neither",
                SOON,
                () ->
                        status(cluster.two(), token) == 401
                                && Phone.status(cluster.two(), authorise) == 400);
    }

    @Test
    void voidTheTokensOfAChangedApp() {
        var app = cluster.operator().app(tenant, "profile:read", "app:read");
        var id = app.getString("client_id");
        var token = Operator.token(cluster.two(), id, app.getString("client_secret"));
        assertThat(status(cluster.two(), token)).isEqualTo(200);

        patch("/api/app/" + id + "/", "{\"scopes\":[\"profile:read\"]}");

        Await.until("node two refuses the token", SOON, () -> status(cluster.two(), token) == 401);
    }

    @Test
    void voidTheTokensOfADeletedApp() {
        var app = cluster.operator().app(tenant, "profile:read", "app:read");
        var id = app.getString("client_id");
        var token = Operator.token(cluster.two(), id, app.getString("client_secret"));
        assertThat(status(cluster.two(), token)).isEqualTo(200);

        cluster.operator().send(cluster.one(), "DELETE", "/api/app/" + id + "/", "");

        Await.until("node two refuses the token", SOON, () -> status(cluster.two(), token) == 401);
    }

    private void patch(String path, String body) {
        var answer = cluster.operator().send(cluster.one(), "PATCH", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private int status(Node node, String token) {
        return Operator.send(node, token, "GET", "/api/profile/", "").statusCode();
    }

    private String asks(Node node) {
        return Phone.ofANewVisitor(cluster)
                .begin(node, tenant, Scope.SNSAPI_BASE)
                .wechat()
                .getQuery();
    }
}
