package com.xpkit.sociallink.cluster;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Door;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.WeChatSimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Two nodes, their database and WeChat. Both know two secret keys, of which the first seals. This is the state of a
 * service whose operator has announced the next key to every node.
 */
final class Cluster implements AutoCloseable {

    static final String KEY = "the-first-secret-key-of-the-cluster-tests";
    static final String OPERATOR = "operator";
    static final String WEBHOOK_SECRET = "whsec_b3VycyBpcyBhIGtleSBvZiAyNCBieXRlcw==";
    static final String NEXT_KEY = "the-next-secret-key-of-the-cluster-tests";

    static final Duration PATIENCE_WITH_JOBS = Duration.ofSeconds(90);

    private final WeChatSimulator wechat = WeChatSimulator.start(0);
    private final NodesDatabase storage;
    private final Node one;
    private final Node two;
    private final String operatorSecret = UUID.randomUUID().toString();

    /** The one that most tests of this process share. */
    static Cluster ofTheTests() throws IOException {
        var process = System.getProperty("it.process", "process-1");
        var directory = Path.of("target", "cluster", process).toAbsolutePath();
        return new Cluster("node-" + process, NodesDatabase.in(directory));
    }

    /** Both start at once, on an empty database. */
    Cluster(String name, NodesDatabase storage) {
        this.storage = storage;
        one = new Node(name + "-1");
        two = new Node(name + "-2");
        try {
            one.start(settings());
            two.start(settingsOfTheSecond());
            one.awaitReady();
            two.awaitReady();
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    /** What an operator sets on each node. */
    Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("SOCIALLINK_SERVICE_URL", one.url("").toString());
        settings.put("SOCIALLINK_SECRET_KEY", KEY + "," + NEXT_KEY);
        settings.put("SOCIALLINK_DB_URL", database().url());
        settings.put("SOCIALLINK_DB_USER", database().user());
        settings.put("SOCIALLINK_DB_PASSWORD", database().password());
        settings.put("SOCIALLINK_WECHAT_OPEN_URL", wechat.url().toString());
        settings.put("SOCIALLINK_WECHAT_API_URL", wechat.url().toString());
        settings.put("SOCIALLINK_OPERATOR_CLIENT_ID", OPERATOR);
        settings.put("SOCIALLINK_OPERATOR_CLIENT_SECRET", operatorSecret);
        settings.put("SOCIALLINK_OPERATOR_WEBHOOK_SECRET", WEBHOOK_SECRET);
        settings.put("SOCIALLINK_RATE_LIMIT", "off");
        settings.put("SOCIALLINK_RATE_LIMIT_ACCOUNT", "off");
        settings.put("SOCIALLINK_FAILURES_LOGIN", "off");
        settings.put("SOCIALLINK_FAILURES_CLIENT", "off");
        settings.put("SOCIALLINK_FAILURES_ADDRESS", "off");
        settings.put("SOCIALLINK_WEBHOOK_PRIVATE_ADDRESSES", "true");
        settings.put("SOCIALLINK_WEBHOOK_RETRY", "PT0.5S");
        return settings;
    }

    private Map<String, String> settingsOfTheSecond() {
        var settings = settings();
        settings.put("SOCIALLINK_DB_URL", storage.ofTheSecond().url());
        return settings;
    }

    Node one() {
        return one;
    }

    Node two() {
        return two;
    }

    /** One of the two, in turn. */
    Node node(int turn) {
        return turn % 2 == 0 ? one : two;
    }

    List<Node> nodes() {
        return List.of(one, two);
    }

    Database database() {
        return storage.database();
    }

    /** An empty database in addition to the nodes' own, for a user of the same name. */
    Database anotherDatabase(String name, String password) {
        return storage.another(name, password);
    }

    StatementLog statements() {
        return storage.statements();
    }

    WeChatSimulator wechat() {
        return wechat;
    }

    String operatorSecret() {
        return operatorSecret;
    }

    /** The operator of the service, with a token of the first node. */
    ApiClient operator() {
        return operator(one);
    }

    ApiClient operator(Door door) {
        return ApiClient.at(door).login(OPERATOR, operatorSecret);
    }

    /** A new account without configurations, used by the operator. */
    Tenant tenant() {
        return tenant(one);
    }

    Tenant tenant(Door door) {
        var operator = operator(door);
        return new Tenant(operator.openAccount(), operator);
    }

    /** A new account that sends its visitors through an Official Account. */
    Tenant linkingTenant() {
        return linkingTenant(one);
    }

    Tenant linkingTenant(Door door) {
        var tenant = tenant(door);
        configure(tenant, officialAccount());
        return tenant;
    }

    /** An Official Account whose secret is used nowhere else. */
    OfficialAccount officialAccount() {
        var mark = UUID.randomUUID().toString().replace("-", "");
        return new OfficialAccount(
                        "wx" + mark.substring(16), "secret" + mark, one.url("").getHost())
                .asTestAccount();
    }

    /** The path of the new configuration. */
    String configure(Tenant tenant, OfficialAccount official) {
        return configure(tenant, official, Shop.DOMAIN);
    }

    /** Sends the tenant's visitors through this Official Account, which WeChat knows from now on. */
    String configure(Tenant tenant, OfficialAccount official, String domain) {
        wechat.register(official);
        return "/api/configuration/%s/"
                .formatted(tenant.client().configure(tenant.account(), official, domain));
    }

    Stored stored(Tenant tenant) {
        return new Stored(database(), tenant.account());
    }

    /** A new visitor. */
    Guest guest() {
        return Guest.unknownTo(wechat);
    }

    @Override
    public void close() {
        nodes().parallelStream().forEach(Node::close);
        storage.close();
        wechat.close();
    }
}
