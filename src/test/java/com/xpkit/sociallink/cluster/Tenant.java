package com.xpkit.sociallink.cluster;

import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.Scope;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An account of the service, whose applications stand at app.example.com and its neighbours. */
record Tenant(Cluster cluster, String id) {

    static final String DOMAIN = "app.example.com";

    /** Sends its visitors through this Official Account, which WeChat knows from now on. */
    Tenant through(OfficialAccount account) {
        return through(account, DOMAIN);
    }

    Tenant through(OfficialAccount account, String domain) {
        cluster.operator().configure(this, account, domain);
        return this;
    }

    String authorise(Scope scope) {
        return authorise(scope, DOMAIN);
    }

    String authorise(Scope scope, String domain) {
        return "/api/wechat/authorise/?account_id="
                + id
                + "&auth_type="
                + scope.wire()
                + "&application_uri="
                + URLEncoder.encode("https://" + domain + "/in", StandardCharsets.UTF_8);
    }

    JsonObject profile(Node node, String profileId) {
        var path = "/api/profile/" + profileId + "/";
        return Operator.json(cluster.operator().send(node, "GET", path, ""))
                .getJsonObject("resource");
    }

    long profiles() {
        return Long.parseLong(count("profile"));
    }

    private String count(String table) {
        return cluster.database()
                .rows("SELECT count(*) FROM " + table + " WHERE account_id = '" + id + "'")
                .get(0);
    }

    List<String> openids() {
        return cluster.database()
                .rows(
                        "SELECT key_value FROM profile_key WHERE account_id = '"
                                + id
                                + "' AND kind = 'wechat_openid'");
    }
}
