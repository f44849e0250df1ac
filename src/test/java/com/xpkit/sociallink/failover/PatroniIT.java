package com.xpkit.sociallink.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.xpkit.sociallink.server.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A Patroni of three loses its primary under load; one node finds the next one by itself, the other by HAProxy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatroniIT {

    private static final Path LOGS = Path.of("target", "failover", "patroni").toAbsolutePath();
    private static final List<String> WAYS = List.of("hosts in the address", "HAProxy");

    /** A standby that is not synchronous may be late, and one that returns may restart after the rewind. */
    private static final Duration CATCHING_UP = Duration.ofSeconds(60);

    /** In seconds; on a busy machine a switchover may take longer, and then it costs links. */
    private static final double WAIT_OF_A_LINK = 4;

    private Patroni patroni;
    private PrimaryBalancer balancer;
    private Nodes nodes;

    @BeforeAll
    void start() {
        Program.install("patroni", "etcd-server", "postgresql", "haproxy");
        patroni = new Patroni(LOGS);
        balancer = new PrimaryBalancer(patroni, LOGS);
        nodes = new Nodes("patroni", List.of(patroni.byHosts(), patroni.by(balancer)));
    }

    @AfterAll
    void stop() {
        if (nodes != null) {
            nodes.close();
        }
        if (balancer != null) {
            balancer.close();
        }
        if (patroni != null) {
            patroni.close();
        }
    }

    @Test
    void costsNobodyAnythingInAPlannedSwitchover() {
        try (var load = new Load(nodes)) {
            var before = patroni.primary();
            var event = load.during("planned switchover", patroni::switchOver);
            tell(load, event);

            patroni.awaitWhole();
            assertThat(patroni.primary()).isNotSameAs(before);
            load.close();
            nothingButNotSaved(load);
            if (event.secondsWithoutALinkOfAnyNode() < WAIT_OF_A_LINK) {
                assertThat(load.others()).isEmpty();
            }
            nothingIsMissing(load);
        }
    }

    @Test
    void keepsEveryLinkThatWasAcknowledgedWhenThePrimaryIsKilled() {
        try (var load = new Load(nodes)) {
            var victim = patroni.primary();
            tell(load, load.during("kill of the primary", victim::kill));
            tell(load, load.during("return of the old primary", () -> returns(victim::start)));

            load.close();
            nothingButNotSaved(load);
            nothingIsMissing(load);
        }
    }

    /** Commits wait for it until Patroni has chosen the other standby. */
    @Test
    void costsNobodyAnythingWhenTheSynchronousStandbyIsKilled() {
        try (var load = new Load(nodes)) {
            var victim = patroni.synchronousStandby();
            tell(load, load.during("kill of the synchronous standby", victim::kill));
            victim.start();

            patroni.awaitWhole();
            load.close();
            assertThat(load.others()).isEmpty();
            nothingIsMissing(load);
        }
    }

    @Test
    void keepsEveryLinkThatWasAcknowledgedWhenThePrimaryIsCutOffAlive() {
        assumeThat(patroni.canCutOff()).as("network namespaces, for root").isTrue();
        try (var load = new Load(nodes)) {
            var victim = patroni.primary();
            tell(load, load.during("primary cut off alive", victim::cutOff));
            tell(
                    load,
                    load.during(
                            "return of the primary that was cut off",
                            () -> returns(victim::bringBack)));

            load.close();
            nothingButNotSaved(load);
            nothingIsMissing(load);
        }
    }

    /** Until all three work again. */
    private void returns(Runnable member) {
        member.run();
        patroni.awaitWhole();
    }

    private void tell(Load load, Disturbance event) {
        var primary = Patroni.copyOf(patroni.primary());
        System.out.println(event.line(PatroniIT.class, WAYS, primary, load.account()));
    }

    private static void nothingButNotSaved(Load load) {
        assertThat(load.others())
                .allMatch(other -> other.matches("https://[^?]*\\?error_code=104#"));
    }

    private void nothingIsMissing(Load load) {
        assertThat(load.changed()).isEmpty();
        for (var member : patroni.members()) {
            Await.until(
                    "everything that was acknowledged is on " + member.name(),
                    CATCHING_UP,
                    () -> isComplete(load, member));
        }
    }

    private static boolean isComplete(Load load, PatroniMember member) {
        try {
            return Acknowledged.missing(load.acknowledged(), Patroni.copyOf(member), load.account())
                    .isEmpty();
        } catch (IllegalStateException notUpYet) {
            return false;
        }
    }
}
