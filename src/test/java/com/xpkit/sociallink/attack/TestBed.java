package com.xpkit.sociallink.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.database.DatabaseOfTheRun;
import com.xpkit.sociallink.database.DatabaseServer;
import com.xpkit.sociallink.database.H2;
import com.xpkit.sociallink.database.PostgreSql;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.WeChatSimulator;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A server with a new database and a simulated WeChat, and two accounts: one that attacks, and one whose visitors
 * link.
 */
final class TestBed implements AutoCloseable {

    private static final String OPERATOR = "operator";
    private static final String DOMAIN = "app.example.com";

    private final String secret = UUID.randomUUID().toString();
    private final String key = UUID.randomUUID().toString();
    private final WeChatSimulator wechat = WeChatSimulator.start(0);
    private final Node node;
    private final DatabaseServer server;
    private final Database database;
    private Api attacker;
    private String attackersId;
    private String othersId;

    /**
     * @param product h2, postgresql or mariadb
     * @param directory for a database in files; must be new
     */
    TestBed(String product, Path directory) {
        node =
                Node.ofAnOperator(
                        "attack/" + System.getProperty("it.server"),
                        Path.of("target/sociallink.war").toAbsolutePath());
        server =
                switch (product) {
                    case "h2" -> new H2(directory);
                    case "postgresql" -> new PostgreSql(0, Map.of());
                    case "mariadb" -> DatabaseOfTheRun.mariaDb(0);
                    default -> throw new IllegalArgumentException("no database: " + product);
                };
        database = server.make(Database.NAME);
    }

    /** With both accounts, each of which has an Official Account. */
    TestBed open() {
        node.start(settings()).awaitReady();
        var operator = ApiClient.at(node).login(OPERATOR, secret);
        attackersId = account(operator);
        othersId = account(operator);
        var app = operator.appOf(attackersId, "profile:read", "profile:write", "job:read");
        attacker = new Api(node, app.token());
        return this;
    }

    private String account(ApiClient operator) {
        var id = operator.openAccount();
        var mark = UUID.randomUUID().toString().replace("-", "");
        var official =
                wechat.register(
                        new OfficialAccount("wx" + mark.substring(16), "secret" + mark, "127.0.0.1")
                                .asTestAccount());
        operator.configure(id, official, DOMAIN);
        return id;
    }

    /** As shipped, but without the limits of requests in a window, or an attack would soon be over. */
    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("SOCIALLINK_SERVICE_URL", node.url("").toString());
        settings.put("SOCIALLINK_SECRET_KEY", key);
        settings.put("SOCIALLINK_DB_URL", database.url());
        settings.put("SOCIALLINK_DB_USER", database.user());
        settings.put("SOCIALLINK_DB_PASSWORD", database.password());
        settings.put("SOCIALLINK_WECHAT_OPEN_URL", wechat.url().toString());
        settings.put("SOCIALLINK_WECHAT_API_URL", wechat.url().toString());
        settings.put("SOCIALLINK_OPERATOR_CLIENT_ID", OPERATOR);
        settings.put("SOCIALLINK_OPERATOR_CLIENT_SECRET", secret);
        settings.put("SOCIALLINK_RATE_LIMIT", "off");
        settings.put("SOCIALLINK_RATE_LIMIT_ACCOUNT", "off");
        settings.put("SOCIALLINK_WEBHOOK_PRIVATE_ADDRESSES", "true");
        return settings;
    }

    /** Restarts the server, so that the next request of each kind is the first one. */
    void restart() {
        node.close();
        node.start(settings()).awaitReady();
    }

    Node node() {
        return node;
    }

    WeChatSimulator wechat() {
        return wechat;
    }

    /** The API with the attacker's token. */
    Api attacker() {
        return attacker;
    }

    /** Where the other account's visitors begin. */
    String othersAuthorise() {
        return authorise(othersId, "/in");
    }

    /** Where the attacker's visitors begin, to end at a path of the application. */
    String attackersAuthorise(String path) {
        return authorise(attackersId, path);
    }

    private static String authorise(String account, String path) {
        return "/api/wechat/authorise/?auth_type=snsapi_userinfo&account_id="
                + account
                + "&application_uri="
                + URLEncoder.encode("https://" + DOMAIN + path, UTF_8);
    }

    /** The attacker's job, once it is over. */
    JsonObject finished(String job) {
        Supplier<JsonObject> read =
                () -> attacker.read("/api/job/" + job + "/").getJsonObject("resource");
        Await.until(
                "job " + job + " is over",
                Duration.ofMinutes(5),
                () -> !List.of("Queued", "Running").contains(read.get().getString("status")));
        return read.get();
    }

    @Override
    public void close() {
        node.close();
        server.close();
        wechat.close();
    }
}
