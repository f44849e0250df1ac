package com.xpkit.sociallink.cluster;

import static com.xpkit.sociallink.simulator.Scope.SNSAPI_BASE;
import static com.xpkit.sociallink.simulator.Scope.SNSAPI_USERINFO;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.database.DatabaseOfTheRun;
import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.Scope;
import java.net.URI;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedCluster.class)
class ManyVisitorsAtOnceIT {

    private static final int LINKS = 32;

    private final Cluster cluster;
    private final Tenant tenant;
    private final OfficialAccount official;

    ManyVisitorsAtOnceIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.tenant();
        official = cluster.officialAccount();
    }

    @ParameterizedTest
    @EnumSource
    void makesOneProfileOfThirtyTwoLinksOfANewVisitor(Scope scope) {
        cluster.configure(tenant, official);
        var phone = cluster.guest();

        assertOneProfile(phone, scope);
    }

    @ParameterizedTest
    @EnumSource
    void makesOneProfileWhereWeChatReportsTheUnionid(Scope scope) {
        cluster.configure(tenant, official.boundTo("platform").tellingUnionidForBase());
        var phone = cluster.guest();

        assertOneProfile(phone, scope);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void learnsOnceWhatManyLinksOfAKnownVisitorReport(boolean isUnionidTold) {
        cluster.configure(tenant, isUnionidTold ? official.boundTo("platform") : official);
        var phone = cluster.guest();
        phone.link(cluster.one(), tenant, SNSAPI_BASE);
        var first = version();

        assertOneProfile(phone, SNSAPI_USERINFO);

        assertThat(version()).isEqualTo(first + 1);
    }

    /** Of the account's one profile. EclipseLink begins with 1, Hibernate with 0. */
    private int version() {
        var sql = "SELECT version FROM profile WHERE account_id = '" + tenant.account() + "'";
        return Integer.parseInt(cluster.database().rows(sql).get(0));
    }

    private void assertOneProfile(Guest phone, Scope scope) {
        var callbacks =
                IntStream.range(0, LINKS)
                        .mapToObj(i -> phone.comeBackFrom(cluster.node(i), tenant, scope))
                        .toList();

        var tracesBefore = traces();
        var profiles = Together.times(LINKS, i -> callbacks.get(i).sentTo(cluster.node(i)));

        assertThat(profiles.stream().map(Guest::profileId).distinct()).hasSize(1);
        assertThat(cluster.stored(tenant).profiles()).isEqualTo(1);
        assertThat(cluster.stored(tenant).openids())
                .containsExactly(phone.visitor().openid(official.appId()));
        // Payara itself logs each commit that Galera refuses
        if (!DatabaseOfTheRun.isGalera()) {
            assertThat(traces())
                    .as("a lost race leaves no stack trace in the log")
                    .isEqualTo(tracesBefore);
        }
    }

    /** Lines of stack traces in both logs. */
    private long traces() {
        return cluster.nodes().stream()
                .flatMap(node -> node.log().lines())
                .filter(line -> line.startsWith("\tat "))
                .count();
    }

    @RepeatedTest(5)
    void makesOneProfileOfANewVisitorWhomTwoOfficialAccountsMeet() {
        var platform = UUID.randomUUID().toString();
        var other = cluster.officialAccount();
        cluster.configure(tenant, official.boundTo(platform));
        cluster.configure(tenant, other.boundTo(platform), "b.example.com");
        var phone = cluster.guest();
        var callbacks =
                IntStream.range(0, 8)
                        .mapToObj(i -> phone.accept(phone.open(authorise(i))))
                        .toList();

        var profiles = Together.times(8, i -> callbacks.get(i).sentTo(cluster.node(i / 2)));

        assertThat(profiles.stream().map(Guest::profileId).distinct()).hasSize(1);
        assertThat(cluster.stored(tenant).profiles()).isEqualTo(1);
        assertThat(new HashSet<>(cluster.stored(tenant).openids()))
                .containsExactlyInAnyOrder(
                        phone.visitor().openid(official.appId()),
                        phone.visitor().openid(other.appId()));
    }

    private URI authorise(int turn) {
        var domain = turn % 2 == 0 ? Shop.DOMAIN : "b.example.com";
        return cluster.node(turn / 2)
                .own(tenant.link(SNSAPI_USERINFO, "https://" + domain + "/in"));
    }

    @RepeatedTest(3)
    void linksManyNewVisitorsOfOneAccountAtOnce() {
        cluster.configure(tenant, official);
        var callbacks =
                IntStream.range(0, 64)
                        .mapToObj(i -> cluster.guest())
                        .map(phone -> phone.comeBackFrom(cluster.one(), tenant, SNSAPI_BASE))
                        .toList();

        var profiles = Together.times(64, i -> callbacks.get(i).sentTo(cluster.node(i)));

        assertThat(profiles.stream().map(Guest::profileId)).doesNotHaveDuplicates();
        assertThat(cluster.stored(tenant).profiles()).isEqualTo(64);
    }
}
