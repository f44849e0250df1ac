package com.xpkit.sociallink.driver;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Door;
import com.xpkit.sociallink.simulator.Scope;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** An account and its client: an app of its own, or the operator. Bodies are written with ' instead of ". */
public record Tenant(String account, ApiClient client) {

    private static final String PROFILES = "/api/profile/";

    /** A new account with an app that keeps its profiles. */
    public static Tenant open(ApiClient operator) {
        var account = operator.openAccount();
        return new Tenant(
                account, operator.appOf(account, "profile:read", "profile:write", "job:read"));
    }

    /** The same at another door. */
    public Tenant through(Door door) {
        return new Tenant(account, client.through(door));
    }

    /** The link that leads a visitor to this address of the application. */
    public URI link(Scope scope, String applicationUri) {
        return client.url(
                "/api/wechat/authorise/?account_id=%s&auth_type=%s&application_uri=%s"
                        .formatted(account, scope.wire(), ApiClient.encode(applicationUri)));
    }

    /** A body in which the operator names the account. */
    public String named(String body) {
        return Json.createObjectBuilder(object(body)).add("account_id", account).build().toString();
    }

    /** Double quotes make JSON in Java unreadable. */
    public static String json(String text) {
        return text.replace('\'', '"');
    }

    public static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(json(text)))) {
            return reader.readObject();
        }
    }

    public Answer send(String method, String path, String body, String... headers) {
        return client.send(method, path, json(body), headers);
    }

    public Answer create(String body) {
        return ApiClient.created(send("POST", PROFILES, body));
    }

    /** A new profile's id. */
    public String profile(String body) {
        return create(body).id();
    }

    public Answer read(String id) {
        return client.get(PROFILES + id + "/");
    }

    public Answer patch(String id, String body, String... headers) {
        return send("PATCH", PROFILES + id + "/", body, headers);
    }

    public Answer replace(String id, String body, String... headers) {
        return send("PUT", PROFILES + id + "/", body, headers);
    }

    public Answer createOrUpdate(String body) {
        return send("POST", PROFILES + "create-update/", body);
    }

    public Answer erase(String id) {
        return client.delete(PROFILES + id + "/");
    }

    public Answer list(String query) {
        return client.get(PROFILES + "?" + query.replace("|", "%7C"));
    }

    /** The ids that a list finds, in its order. */
    public List<String> find(String query) {
        var answer = list(query);
        expect(answer).has(200);
        return answer.results().stream().map(found -> found.getString("resource_id")).toList();
    }

    public Answer preview(String authority, String... others) {
        return client.post(PROFILES + "merge/?preview=true", mergeBody(authority, others));
    }

    public Answer askToMerge(String authority, String... others) {
        return client.post(PROFILES + "merge/", mergeBody(authority, others));
    }

    private static jakarta.json.JsonObjectBuilder mergeBody(String authority, String... others) {
        return Json.createObjectBuilder()
                .add("authority", authority)
                .add("profiles", ApiClient.array(others));
    }

    /** The merge's id, once its job is done. */
    public String merge(String authority, String... others) {
        var job = finished(askToMerge(authority, others));
        assertThat(job.getString("status")).as(job.toString()).isEqualTo("Succeeded");
        return job.getJsonObject("result").getString("merge_id");
    }

    /** The job that an answer is the ticket of, once it has ended. */
    public JsonObject finished(Answer ticket) {
        return finished(ticket, Duration.ofSeconds(30));
    }

    public JsonObject finished(Answer ticket, Duration patience) {
        expect(ticket).has(202);
        assertThat(ticket.json()).containsOnlyKeys("job_id", "info", "status");
        var path = "/api/job/" + UUID.fromString(ticket.json().getString("job_id")) + "/";
        assertThat(ticket.header("Location")).hasValue(path);
        Await.until(
                "the job is over: " + path,
                patience,
                () -> !List.of("Queued", "Running").contains(status(path)));
        return client.get(path).resource();
    }

    private String status(String path) {
        return client.get(path).resource().getString("status");
    }

    public Answer merges(String id) {
        return client.get(PROFILES + id + "/merges/");
    }

    public Answer undo(String id, String merge) {
        return send("POST", PROFILES + id + "/merges/" + merge + "/undo/", "");
    }

    public Answer duplicates() {
        return client.get(PROFILES + "duplicates/");
    }
}
