package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.Scope;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

    /** A new profile's id. */
    String profile(String body) {
        return cluster.operator()
                .create("/api/profile/", withAccount(body))
                .getString("resource_id");
    }

    /** The body of a request by the operator, who names the account. */
    JsonObject withAccount(String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return Json.createObjectBuilder(reader.readObject()).add("account_id", id).build();
        }
    }

    /** The job that a request to this node has begun, when it is over, as the other node tells it. */
    JsonObject finished(Node node, Node other, String path, JsonObject body) {
        var ticket = cluster.operator().send(node, "POST", path, body.toString());
        assertThat(ticket.statusCode()).as(ticket.body()).isEqualTo(202);
        return finished(other, Operator.json(ticket).getString("job_id"));
    }

    JsonObject finished(Node node, String job) {
        Await.until(
                "job " + job + " is over",
                Duration.ofSeconds(90),
                () -> List.of("Succeeded", "Failed").contains(job(node, job).getString("status")));
        return job(node, job);
    }

    private JsonObject job(Node node, String job) {
        return Operator.json(cluster.operator().send(node, "GET", "/api/job/" + job + "/", ""))
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

    List<String> profileIds() {
        return cluster.database().rows("SELECT id FROM profile WHERE account_id = '" + id + "'");
    }

    List<String> openids() {
        return cluster.database()
                .rows(
                        "SELECT key_value FROM profile_key WHERE account_id = '"
                                + id
                                + "' AND kind = 'wechat_openid'");
    }
}
