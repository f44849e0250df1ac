package com.xpkit.sociallink.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.database.Galera;
import com.xpkit.sociallink.database.GaleraMember;
import com.xpkit.sociallink.server.Await;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A Galera of three loses members under load; the two nodes write to different members. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GaleraIT {

    private static final List<String> WAYS = List.of("db1 first", "db2 first");

    /** A member that returns must first apply what it has missed. */
    private static final Duration CATCHING_UP = Duration.ofSeconds(60);

    private final Network network = new Network(3);
    private Galera galera;
    private Database database;
    private Nodes nodes;

    @BeforeAll
    void start() {
        galera = new Galera(IntStream.rangeClosed(1, 3).mapToObj(this::machine).toList());
        database = galera.make(Database.NAME);
        nodes = new Nodes("galera", List.of(way(1, 2, 3), way(2, 3, 1)));
    }

    private Galera.Machine machine(int number) {
        return new Galera.Machine(network.address(number), network.on(number));
    }

    private Database way(int... order) {
        return galera.way(database, Database.NAME, order);
    }

    @AfterAll
    void stop() {
        if (nodes != null) {
            nodes.close();
        }
        if (galera != null) {
            galera.close();
        }
        network.close();
    }

    /** Unrelated visitors do not refuse each other, and their next request may reach the other member. */
    @Test
    void linksEverybodyThroughTwoMembersAtOnce() {
        try (var load = new Load(nodes)) {
            tell(load, load.during("nothing", () -> Await.passingOf(Duration.ofSeconds(15))));

            load.close();
            assertThat(load.others()).isEmpty();
            nothingIsMissing(load);
        }
    }

    @Test
    void keepsEveryLinkThatWasAcknowledgedWhenAMemberIsKilled() {
        try (var load = new Load(nodes)) {
            var victim = galera.member(1);
            tell(load, load.during("kill of a member", victim::kill));
            tell(load, load.during("return of the member", () -> galera.join(victim)));

            awaitWhole();
            load.close();
            nothingButNotSaved(load);
            nothingIsMissing(load);
        }
    }

    @Test
    void costsNobodyAnythingWhenAMemberLeavesAndJoins() {
        try (var load = new Load(nodes)) {
            var leaving = galera.member(2);
            tell(load, load.during("a member leaves", leaving::leave));
            tell(load, load.during("it joins", () -> galera.join(leaving)));

            awaitWhole();
            load.close();
            assertThat(load.others()).isEmpty();
            nothingIsMissing(load);
        }
    }

    @Test
    void keepsEveryLinkThatWasAcknowledgedWhenAMemberIsCutOffAlive() {
        assumeThat(network.canCutOff()).as("network namespaces, for root").isTrue();
        try (var load = new Load(nodes)) {
            tell(load, load.during("a member is cut off alive", () -> network.cutOff(1)));
            tell(load, load.during("it is back", () -> network.bringBack(1)));

            awaitWhole();
            load.close();
            nothingButNotSaved(load);
            nothingIsMissing(load);
        }
    }

    @Test
    void linksNobodyWithoutAMajorityAndEverybodyAfterwards() {
        assumeThat(network.canCutOff()).as("network namespaces, for root").isTrue();
        try (var load = new Load(nodes)) {
            tell(load, load.during("no majority for 20 s, and back", this::loseTheMajority));

            awaitWhole();
            load.close();
            assertThat(load.others()).isNotEmpty();
            nothingButNotSaved(load);
            nothingIsMissing(load);
        }
    }

    private void loseTheMajority() {
        network.cutOff(2);
        network.cutOff(3);
        Await.until(
                "no node is ready",
                Duration.ofSeconds(40),
                () -> nodes.all().stream().noneMatch(node -> node.isReady()));
        Await.passingOf(Duration.ofSeconds(20));
        network.bringBack(2);
        network.bringBack(3);
    }

    private void awaitWhole() {
        galera.members().forEach(galera::awaitSynced);
        galera.members().forEach(member -> member.awaitMembers(3));
    }

    private void tell(Load load, Disturbance event) {
        System.out.println(event.line(GaleraIT.class, WAYS, copyOn(aMember()), load.account()));
    }

    private GaleraMember aMember() {
        return galera.members().stream().filter(GaleraMember::isSynced).findFirst().orElseThrow();
    }

    private Database copyOn(GaleraMember member) {
        return galera.on(member.number(), database, Database.NAME);
    }

    /** A link that was not saved ends with 104, and with nothing else. */
    private static void nothingButNotSaved(Load load) {
        assertThat(load.others())
                .allMatch(other -> other.matches("https://[^?]*\\?error_code=104#"));
    }

    private void nothingIsMissing(Load load) {
        assertThat(load.changed()).isEmpty();
        for (var member : galera.members()) {
            Await.until(
                    "everything that was acknowledged is on " + member,
                    CATCHING_UP,
                    () -> missing(load, member).isEmpty());
        }
    }

    private List<Acknowledged> missing(Load load, GaleraMember member) {
        return Acknowledged.missing(load.acknowledged(), copyOn(member), load.account());
    }
}
