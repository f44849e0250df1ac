package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.SealMother;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.Scope;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCluster.class)
class SecretsAtRestIT {

    private final Cluster cluster;
    private final Tenant tenant;

    SecretsAtRestIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.tenant();
    }

    @Test
    void areInNoTableAndNoLog() {
        var official = cluster.officialAccount();
        cluster.configure(tenant, official);
        var app = cluster.operator().registerApp(tenant.account(), "profile:read");
        cluster.guest().link(cluster.one(), tenant, Scope.SNSAPI_USERINFO);
        var hook =
                "{\"profiles\":[{}],\"webhook_url\":\"https://app.example.com/hook?unguessable\"}";
        var ticket = tenant.send("POST", "/api/profiles/", tenant.named(hook));
        assertThat(ticket.status()).as(ticket.body()).isEqualTo(202);

        var everything = everyTable() + cluster.one().log();

        assertThat(everything).contains(official.appId(), app.getString("client_id"));
        assertThat(everything)
                .doesNotContain(official.secret())
                .doesNotContain(app.getString("client_secret"))
                .doesNotContain(app.getString("webhook_secret"))
                .doesNotContain(Cluster.WEBHOOK_SECRET)
                .doesNotContain("unguessable")
                .doesNotContain(cluster.operatorSecret())
                .doesNotContain(Cluster.KEY);
    }

    private String everyTable() {
        var tables =
                cluster.database()
                        .rows(
                                "SELECT table_name FROM information_schema.tables"
                                        + " WHERE table_schema IN ('public', '"
                                        + Database.NAME
                                        + "')");
        assertThat(tables).contains("configuration", "app");
        var text = new StringBuilder();
        for (var table : tables) {
            text.append(cluster.database().rows("SELECT * FROM " + table));
        }
        return text.toString();
    }

    /** Every node knows the next key before one seals with it; then the old one can go. */
    @Test
    void areSealedAgainWhenTheKeyIsRotatedAndNoLinkIsLost() throws Exception {
        cluster.configure(tenant, cluster.officialAccount());
        var app =
                cluster.operator()
                        .registerApp(tenant.account(), "profile:read")
                        .getString("client_id");
        var webhookSecret = webhookSecret(app);
        var phone = cluster.guest();
        var profile = phone.link(cluster.one(), tenant, Scope.SNSAPI_BASE);
        var begunBefore = phone.comeBackFrom(cluster.one(), tenant, Scope.SNSAPI_BASE);
        var sealedBefore = sealedSecret();

        Guest.Callback begunBetween;
        try (var node = third(Cluster.NEXT_KEY + "," + Cluster.KEY)) {
            assertThat(Guest.profileId(begunBefore.sentTo(node))).isEqualTo(profile);
            assertThat(sealedSecret()).isNotEqualTo(sealedBefore);
            begunBetween = phone.comeBackFrom(node, tenant, Scope.SNSAPI_BASE);
        }
        var sealedBetween = sealedSecret();
        try (var node = third(Cluster.NEXT_KEY)) {
            assertThat(Guest.profileId(begunBetween.sentTo(node))).isEqualTo(profile);
            assertThat(phone.link(node, tenant, Scope.SNSAPI_BASE)).isEqualTo(profile);
        }

        assertThat(sealedSecret()).isEqualTo(sealedBetween);
        assertThat(webhookSecret(app)).isNotEqualTo(webhookSecret);
        assertThat(opened(Cluster.NEXT_KEY, app, webhookSecret(app)))
                .isPresent()
                .isEqualTo(opened(Cluster.KEY, app, webhookSecret));
        assertThat(phone.link(cluster.one(), tenant, Scope.SNSAPI_BASE)).isEqualTo(profile);
    }

    private String sealedSecret() {
        return cluster.database()
                .rows(
                        "SELECT app_secret FROM configuration WHERE account_id = '"
                                + tenant.account()
                                + "'")
                .get(0);
    }

    private String webhookSecret(String app) {
        return cluster.database()
                .rows("SELECT secret FROM app_webhook_secret WHERE app_id = '" + app + "'")
                .get(0);
    }

    private static Optional<String> opened(String key, String app, String sealed) {
        return SealMother.with(key).open(Purpose.WEBHOOK_SECRET, app, sealed).map(String::new);
    }

    private Node third(String keys) throws Exception {
        var settings = cluster.settings();
        settings.putAll(Map.of("SOCIALLINK_SECRET_KEY", keys));
        return new Node("node-of-secrets").start(settings).awaitReady();
    }
}
