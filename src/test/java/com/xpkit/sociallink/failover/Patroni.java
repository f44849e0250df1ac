package com.xpkit.sociallink.failover;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.server.Await;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A PostgreSQL of three members, kept by Patroni with etcd, as {@code docs/patroni.md} says. */
final class Patroni implements AutoCloseable {

    static final String USER = "postgres";

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Set<String> AT_WORK = Set.of("running", "streaming");

    private final Network network = new Network(3);
    private final Path directory = Program.directoryOf(USER);
    private final List<PatroniMember> members;

    /**
     * Returns when all three work, with an empty database and its user.
     *
     * @param logs a directory for the log of each member
     */
    Patroni(Path logs) {
        members =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(number -> new PatroniMember(number, network, directory, logs))
                        .toList();
        try {
            members.forEach(PatroniMember::startEtcd);
            members.forEach(PatroniMember::start);
            awaitWhole();
            makeDatabase();
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    private void makeDatabase() {
        primary()
                .database("postgres", "postgres", "password-of-the-superuser")
                .run(
                        "CREATE ROLE "
                                + Database.USER
                                + " LOGIN PASSWORD '"
                                + Database.PASSWORD
                                + "'",
                        "CREATE DATABASE " + Database.NAME + " OWNER " + Database.USER);
    }

    /** The newest PostgreSQL of the machine. */
    static Path programs() {
        try (var releases = Files.list(PROGRAMS)) {
            return releases.max((a, b) -> Integer.compare(number(a), number(b)))
                    .map(release -> release.resolve("bin"))
                    .orElseThrow();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static int number(Path release) {
        return Integer.parseInt(release.getFileName().toString());
    }

    /** The operator's addresses become those of the network. */
    static String inNetwork(String text, Network network) {
        return text.replace("10.0.0.21", network.address(1))
                .replace("10.0.0.22", network.address(2))
                .replace("10.0.0.23", network.address(3))
                .replace("10.0.0.0/24", network.all());
    }

    String inNetwork(String text) {
        return inNetwork(text, network);
    }

    boolean canCutOff() {
        return network.canCutOff();
    }

    List<PatroniMember> members() {
        return members;
    }

    PatroniMember primary() {
        return members.stream()
                .filter(PatroniMember::isPrimary)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no primary; see " + directory));
    }

    /** The one that has each commit before it is acknowledged. */
    PatroniMember synchronousStandby() {
        return members.stream()
                .filter(PatroniMember::isSynchronousStandby)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("none; see " + directory));
    }

    /** All members work: one leads, and one has each commit before it is acknowledged. */
    void awaitWhole() {
        Await.until("all members of Patroni work: " + directory, PATIENCE, this::isWhole);
    }

    private boolean isWhole() {
        return members.stream()
                .map(PatroniMember::cluster)
                .allMatch(seen -> seen.map(Patroni::isWhole).orElse(false));
    }

    private static boolean isWhole(JsonObject seen) {
        var all = seen.getJsonArray("members").getValuesAs(JsonObject.class);
        var states = all.stream().map(each -> each.getString("state")).collect(Collectors.toSet());
        var roles = all.stream().map(each -> each.getString("role")).collect(Collectors.toSet());
        return all.size() == 3
                && AT_WORK.containsAll(states)
                && roles.equals(Set.of("leader", "sync_standby", "replica"));
    }

    /** As an operator does; Patroni chooses the standby. */
    void switchOver() {
        var command =
                "patronictl -c "
                        + members.get(0).configuration()
                        + " switchover sociallink --force";
        Program.run(command.split(" "));
    }

    /** By the driver's list of hosts. */
    Database byHosts() {
        var hosts = inNetwork("10.0.0.21,10.0.0.22,10.0.0.23");
        return service(
                "jdbc:postgresql://"
                        + hosts
                        + "/"
                        + Database.NAME
                        + "?targetServerType=primary&hostRecheckSeconds=2&connectTimeout=2&socketTimeout=10");
    }

    /** By an HAProxy; the service adds the time-outs. */
    Database by(PrimaryBalancer balancer) {
        return service("jdbc:postgresql://127.0.0.1:" + balancer.port() + "/" + Database.NAME);
    }

    private static Database service(String url) {
        return new Database(url, Database.USER, Database.PASSWORD, Map.of());
    }

    /** The service's database, on one member. */
    static Database copyOf(PatroniMember member) {
        return member.database(Database.NAME, Database.USER, Database.PASSWORD);
    }

    @Override
    public void close() {
        members.forEach(PatroniMember::close);
        network.close();
        Program.run("rm", "-rf", directory.toString());
    }
}
