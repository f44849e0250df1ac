package com.xpkit.sociallink.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.Scope;
import com.xpkit.sociallink.simulator.WeChatSimulator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The service on a database that will be lost, an account, and the visitors who come. */
final class Visitors implements AutoCloseable {

    private static final String OPERATOR = "operator";

    private final WeChatSimulator wechat = WeChatSimulator.start(0);
    private final String operatorSecret = UUID.randomUUID().toString();
    private final Node node;
    private final Database database;
    private final Optional<String> key;
    private Tenant tenant;

    /**
     * @param name of the node
     * @param key empty if the service makes one itself
     */
    Visitors(String name, Database database, Optional<String> key) {
        node = new Node(name);
        this.database = database;
        this.key = key;
    }

    Visitors open() {
        startService();
        var operator = ApiClient.at(node).login(OPERATOR, operatorSecret);
        tenant = new Tenant(operator.openAccount(), operator);
        var official =
                new OfficialAccount(
                                "wx0123456789abcdef", "secret0123456789", node.url("").getHost())
                        .asTestAccount();
        wechat.register(official);
        operator.configure(tenant.account(), official, Shop.DOMAIN);
        return this;
    }

    void startService() {
        node.start(settings()).awaitReady();
    }

    void stopService() {
        node.close();
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("SOCIALLINK_SERVICE_URL", node.url("").toString());
        key.ifPresent(known -> settings.put("SOCIALLINK_SECRET_KEY", known));
        settings.put("SOCIALLINK_DB_URL", database.url());
        settings.put("SOCIALLINK_DB_USER", database.user());
        settings.put("SOCIALLINK_DB_PASSWORD", database.password());
        settings.put("SOCIALLINK_WECHAT_OPEN_URL", wechat.url().toString());
        settings.put("SOCIALLINK_WECHAT_API_URL", wechat.url().toString());
        settings.put("SOCIALLINK_OPERATOR_CLIENT_ID", OPERATOR);
        settings.put("SOCIALLINK_OPERATOR_CLIENT_SECRET", operatorSecret);
        return settings;
    }

    /** New visitors, each with the profile that they were given. */
    Map<Guest, String> link(int number) {
        var given = new LinkedHashMap<Guest, String>();
        for (int i = 0; i < number; i++) {
            var guest = Guest.unknownTo(wechat);
            given.put(guest, linkAgain(guest));
        }
        return given;
    }

    String linkAgain(Guest guest) {
        return Guest.profileId(end(guest));
    }

    /** Where a visitor ends. */
    String end(Guest guest) {
        return guest.comeBackFrom(node, tenant, Scope.SNSAPI_USERINFO).sentTo(node);
    }

    /** They are there, and each visitor still has theirs. */
    void stillHave(Map<Guest, String> given) {
        assertThat(given).isNotEmpty();
        given.forEach(
                (guest, profile) -> {
                    assertThat(tenant.read(profile).status()).isEqualTo(200);
                    assertThat(linkAgain(guest)).isEqualTo(profile);
                });
    }

    /** They are gone, and each visitor gets another one. */
    void haveLost(Map<Guest, String> given) {
        assertThat(given).isNotEmpty();
        given.forEach(
                (guest, profile) -> {
                    assertThat(tenant.read(profile).status()).isEqualTo(404);
                    assertThat(linkAgain(guest)).isNotEqualTo(profile);
                });
    }

    String log() {
        return node.log();
    }

    @Override
    public void close() {
        node.close();
        wechat.close();
    }
}
