package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of a list costs as many statements as it has kinds of rows, however many rows it has. */
@DisabledIfSystemProperty(
        named = "it.database",
        matches = "mariadb",
        disabledReason = "the witness is PostgreSQL's own log")
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsOfAListIT {

    private static final int ROWS = 6;

    private final Cluster cluster;
    private final Tenant tenant;
    private final List<String> profiles = new ArrayList<>();

    StatementsOfAListIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.tenant();
    }

    @BeforeAll
    void fill() {
        IntStream.range(0, ROWS).forEach(this::configure);
        IntStream.range(0, ROWS)
                .forEach(i -> cluster.operator().registerApp(tenant.account(), "profile:read"));
        IntStream.rangeClosed(0, ROWS).mapToObj(this::profile).forEach(profiles::add);
        profiles.stream().skip(1).forEach(this::merge);
        IntStream.range(0, ROWS).mapToObj(i -> profile(100 + i)).toList().forEach(this::pair);
        IntStream.range(0, ROWS).forEach(i -> cluster.tenant());
    }

    private void configure(int number) {
        ApiClient.created(
                cluster.operator()
                        .post(
                                "/api/configuration/",
                                ApiClient.account("Number " + number)
                                        .add("account_id", tenant.account())
                                        .add("domain", "app" + number + ".example.com")
                                        .add("app_id", "wx" + number)
                                        .add("app_secret", "secret")
                                        .add("auth_file_name", UUID.randomUUID() + ".txt")
                                        .add("auth_file_contents", "Number " + number)));
    }

    private String profile(int number) {
        return tenant.profile(
                tenant.named("{'email':['%1$s@example.com'],'n':%1$s}".formatted(number)));
    }

    /** A merge, and its job. */
    private void merge(String other) {
        var ticket = tenant.askToMerge(profiles.get(0), other);
        var job = tenant.finished(ticket, Cluster.PATIENCE_WITH_JOBS);
        assertThat(job.getString("status")).as(job.toString()).isEqualTo("Succeeded");
    }

    private void pair(String other) {
        cluster.database()
                .run(
                        "INSERT INTO profile_duplicate (id, account_id, profile_id, other_id,"
                                + " unionid, created, last_modified, version) VALUES ('%s', '%s',"
                                        .formatted(UUID.randomUUID(), tenant.account())
                                + " '%s', '%s', 'u', 1, 1, 1)".formatted(profiles.get(0), other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "configuration/",
                "app/",
                "profile/",
                "job/",
                "account/",
                "profile/duplicates/",
                "profile/{id}/merges/"
            })
    void areNoMoreForManyRowsThanForOne(String list) {
        var path = "/api/" + list.replace("{id}", profiles.get(0)) + "?";
        var whose =
                list.equals("account/") || list.contains("{id}")
                        ? ""
                        : "account_id=" + tenant.account();
        var first = fewest(path + whose + "&x__limit=1", 1);

        var many = fewest(path + whose + "&x__limit=50", ROWS);

        assertThat(many).isNotEmpty().hasSizeLessThanOrEqualTo(first.size());
    }

    private List<Statement> fewest(String path, int rows) {
        return StatementLog.fewest(() -> cluster.statements().during(() -> page(path, rows)));
    }

    private void page(String path, int rows) {
        var answer = cluster.operator().get(path.replace("?&", "?"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().getJsonArray("results")).hasSizeGreaterThanOrEqualTo(rows);
    }
}
