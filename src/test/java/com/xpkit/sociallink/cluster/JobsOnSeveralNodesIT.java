package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Node;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jobs are done once, on either node, even if one of the nodes dies. */
@ExtendWith(SharedCluster.class)
class JobsOnSeveralNodesIT {

    private static final int JOBS = 6;
    private static final int PROFILES = 1_000;

    private final Cluster cluster;
    private final Tenant tenant;

    JobsOnSeveralNodesIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.tenant();
    }

    @Test
    void areDoneOnceAlthoughANodeDiesInTheMiddle() throws IOException {
        try (var third = new Node("node-of-jobs")) {
            third.start(cluster.settings()).awaitReady();
            var jobs = IntStream.range(0, JOBS).mapToObj(job -> submit(third, job)).toList();
            Await.until(
                    "some profiles are there",
                    Duration.ofSeconds(30),
                    () -> cluster.stored(tenant).profiles() > PROFILES / 2);

            third.kill();

            assertThat(cluster.stored(tenant).profiles())
                    .as("it died in the middle")
                    .isLessThan(JOBS * PROFILES);
            assertThat(jobs).allSatisfy(job -> isDoneOnce(finished(job)));
            assertThat(cluster.stored(tenant).profiles()).isEqualTo(JOBS * PROFILES);
            assertThat(inputs(jobs)).as("what finished jobs still store").isEmpty();
        }
    }

    private Answer submit(Node node, int job) {
        var profiles = Json.createArrayBuilder();
        IntStream.range(0, PROFILES)
                .forEach(
                        i -> profiles.add(Json.createObjectBuilder().add("n", job * PROFILES + i)));
        var body =
                Json.createObjectBuilder()
                        .add("account_id", tenant.account())
                        .add("profiles", profiles)
                        .build();
        var answer = cluster.operator(node).send("POST", "/api/profiles/", body.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer;
    }

    private JsonObject finished(Answer ticket) {
        return tenant.through(cluster.two()).finished(ticket, Cluster.PATIENCE_WITH_JOBS);
    }

    private static void isDoneOnce(JsonObject job) {
        var result = job.getJsonObject("result");
        assertThat(job.getString("status")).isEqualTo("Succeeded");
        assertThat(result.getInt("succeeded")).isEqualTo(PROFILES);
        assertThat(result.getInt("failed")).isZero();
        assertThat(result.getJsonArray("results").getValuesAs(JsonObject.class))
                .extracting(step -> UUID.fromString(step.getString("profile_id")))
                .doesNotHaveDuplicates()
                .hasSize(PROFILES);
    }

    private List<String> inputs(List<Answer> tickets) {
        var jobs = tickets.stream().map(ticket -> ticket.json().getString("job_id")).toList();
        return cluster.database()
                .rows(
                        "SELECT job_id FROM job_input WHERE job_id IN ('"
                                + String.join("','", jobs)
                                + "')");
    }
}
