package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.it.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** An account with an app that keeps its profiles. Bodies are written with ' for ". */
record Tenant(String account, Portal portal) {

    private static final String PROFILES = "/api/profile/";

    static Tenant open() {
        var operator = Portal.operator();
        var account = operator.openAccount();
        return new Tenant(
                account, operator.appOf(account, "profile:read", "profile:write", "job:read"));
    }

    /** Double quotes make JSON in Java unreadable. */
    static String json(String text) {
        return text.replace('\'', '"');
    }

    static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(json(text)))) {
            return reader.readObject();
        }
    }

    Answer send(String method, String path, String body, String... headers) {
        return portal.send(method, path, json(body), headers);
    }

    Answer create(String body) {
        return Portal.created(send("POST", PROFILES, body));
    }

    /** A new profile's id. */
    String profile(String body) {
        return create(body).id();
    }

    Answer read(String id) {
        return portal.get(PROFILES + id + "/");
    }

    Answer patch(String id, String body, String... headers) {
        return send("PATCH", PROFILES + id + "/", body, headers);
    }

    Answer replace(String id, String body, String... headers) {
        return send("PUT", PROFILES + id + "/", body, headers);
    }

    Answer createOrUpdate(String body) {
        return send("POST", PROFILES + "create-update/", body);
    }

    Answer erase(String id) {
        return portal.delete(PROFILES + id + "/");
    }

    Answer list(String query) {
        return portal.get(PROFILES + "?" + query.replace("|", "%7C"));
    }

    /** The ids that a list finds, in its order. */
    List<String> find(String query) {
        var answer = list(query);
        expect(answer).has(200);
        return answer.results().stream().map(found -> found.getString("resource_id")).toList();
    }

    Answer preview(String authority, String... others) {
        return portal.post(PROFILES + "merge/?preview=true", mergeBody(authority, others));
    }

    Answer askToMerge(String authority, String... others) {
        return portal.post(PROFILES + "merge/", mergeBody(authority, others));
    }

    private static jakarta.json.JsonObjectBuilder mergeBody(String authority, String... others) {
        return Json.createObjectBuilder()
                .add("authority", authority)
                .add("profiles", Portal.array(others));
    }

    /** The merge's id, when its job is done. */
    String merge(String authority, String... others) {
        var job = finished(askToMerge(authority, others));
        assertThat(job.getString("status")).as(job.toString()).isEqualTo("Succeeded");
        return job.getJsonObject("result").getString("merge_id");
    }

    /** The job that an answer is the ticket of, when it is over. */
    JsonObject finished(Answer ticket) {
        expect(ticket).has(202);
        assertThat(ticket.json()).containsOnlyKeys("job_id", "info", "status");
        var path = "/api/job/" + UUID.fromString(ticket.json().getString("job_id")) + "/";
        assertThat(ticket.header("Location")).hasValue(path);
        Await.until(
                "the job is over: " + path,
                Duration.ofSeconds(30),
                () -> !List.of("Queued", "Running").contains(status(path)));
        return portal.get(path).resource();
    }

    private String status(String path) {
        return portal.get(path).resource().getString("status");
    }

    Answer merges(String id) {
        return portal.get(PROFILES + id + "/merges/");
    }

    Answer undo(String id, String merge) {
        return send("POST", PROFILES + id + "/merges/" + merge + "/undo/", "");
    }

    Answer duplicates() {
        return portal.get(PROFILES + "duplicates/");
    }
}
