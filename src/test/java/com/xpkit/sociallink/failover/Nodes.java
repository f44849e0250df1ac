package com.xpkit.sociallink.failover;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.WeChatSimulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Nodes of the service that share a database, each on a way of its own, and their WeChat. */
final class Nodes implements AutoCloseable {

    private static final String OPERATOR = "operator";
    private static final String KEY = "the-secret-key-of-the-failover-tests";

    private final WeChatSimulator wechat = WeChatSimulator.start(0);
    private final String operatorSecret = UUID.randomUUID().toString();
    private final List<Node> nodes;

    /**
     * All start at once, on an empty database. Returns when all are ready.
     *
     * @param name of their directories
     * @param ways to the database, one for each node
     */
    Nodes(String name, List<Database> ways) {
        nodes =
                IntStream.rangeClosed(1, ways.size())
                        .mapToObj(number -> new Node(name + "-" + number))
                        .toList();
        try {
            IntStream.range(0, ways.size())
                    .forEach(each -> nodes.get(each).start(settings(ways.get(each))));
            nodes.forEach(Node::awaitReady);
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    private Map<String, String> settings(Database database) {
        var settings = new HashMap<String, String>();
        settings.put("SOCIALLINK_SERVICE_URL", nodes.get(0).url("").toString());
        settings.put("SOCIALLINK_SECRET_KEY", KEY);
        settings.put("SOCIALLINK_DB_URL", database.url());
        settings.put("SOCIALLINK_DB_USER", database.user());
        settings.put("SOCIALLINK_DB_PASSWORD", database.password());
        settings.put("SOCIALLINK_WECHAT_OPEN_URL", wechat.url().toString());
        settings.put("SOCIALLINK_WECHAT_API_URL", wechat.url().toString());
        settings.put("SOCIALLINK_OPERATOR_CLIENT_ID", OPERATOR);
        settings.put("SOCIALLINK_OPERATOR_CLIENT_SECRET", operatorSecret);
        settings.put("SOCIALLINK_RATE_LIMIT", "off");
        settings.put("SOCIALLINK_RATE_LIMIT_ACCOUNT", "off");
        return settings;
    }

    List<Node> all() {
        return nodes;
    }

    /** A new account that sends its visitors through an Official Account of its own. */
    Shop shop() {
        var operator = ApiClient.at(nodes.get(0)).login(OPERATOR, operatorSecret);
        return Shop.open(operator, wechat.register(official()));
    }

    private OfficialAccount official() {
        var mark = UUID.randomUUID().toString().replace("-", "");
        return new OfficialAccount(
                        "wx" + mark.substring(16), "secret" + mark, nodes.get(0).url("").getHost())
                .asTestAccount();
    }

    /** A new visitor. */
    Guest guest() {
        return Guest.unknownTo(wechat);
    }

    @Override
    public void close() {
        nodes.parallelStream().forEach(Node::close);
        wechat.close();
    }
}
