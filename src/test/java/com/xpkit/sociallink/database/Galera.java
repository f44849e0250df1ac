package com.xpkit.sociallink.database;

import com.xpkit.sociallink.server.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A Galera of three, of Debian's packages, with the operator's file ({@code server-config/galera}); only addresses and names
 * differ. Each member has an address of its own, with the ports that it has on a machine of its own.
 */
public final class Galera implements DatabaseServer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String ADMIN = "admin";

    /** How {@code docs/galera.md} ends an address. */
    private static final String OPTIONS =
            "?connectTimeout=2000&socketTimeout=10000&retriesAllDown=2&galeraAllowedState=4";

    private final List<GaleraMember> members;

    /** On addresses of loopback that no other run has. */
    public static Galera onLoopback() {
        var random = ThreadLocalRandom.current();
        var net = "127." + random.nextInt(64, 255) + "." + random.nextInt(1, 255) + ".";
        return new Galera(
                IntStream.rangeClosed(1, 3)
                        .mapToObj(i -> new Machine(net + (20 + i), List.of()))
                        .toList());
    }

    /**
     * Where a member runs.
     *
     * @param command what runs another command on it; empty for this machine
     */
    public record Machine(String address, List<String> command) {}

    public Galera(List<Machine> machines) {
        install();
        var addresses = machines.stream().map(Machine::address).toList();
        var directory = directory();
        members =
                IntStream.range(0, machines.size())
                        .mapToObj(
                                i -> new GaleraMember(directory, i + 1, machines.get(i), addresses))
                        .toList();
        try {
            members.get(0).install();
            members.get(0).startFirst();
            awaitSynced(members.get(0));
            members.stream().skip(1).forEach(this::join);
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    private static void install() {
        Commands.run(
                List.of("src/test/sh/install-failover", "mariadb-server", "galera-4", "rsync"));
    }

    /** Not in {@code target}, which the user {@code mysql} may be unable to enter. */
    private static Path directory() {
        try {
            var directory = Files.createTempDirectory("galera");
            Commands.run(List.of("chmod", "755", directory.toString()));
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts a member that is down. */
    public void join(GaleraMember member) {
        member.start();
        awaitSynced(member);
    }

    /** Waits until a member that was started has everything and takes writes. */
    public void awaitSynced(GaleraMember member) {
        Await.until(
                member + " is synced; see " + member.log(),
                PATIENCE,
                () -> {
                    // a first state transfer may fail; systemd starts a member once more, too
                    if (!member.isAlive()) {
                        member.start();
                    }
                    return member.isSynced();
                });
    }

    /** From 1 to 3. */
    public GaleraMember member(int number) {
        return members.get(number - 1);
    }

    public List<GaleraMember> members() {
        return members;
    }

    @Override
    public Database make(String name) {
        return make(name, Database.USER, Database.PASSWORD);
    }

    /** Has the character set of an old server, and is on all members. */
    @Override
    public Database make(String name, String own, String password) {
        var user = "'" + own + "'@'%'";
        at(1, "mysql", ADMIN, Database.PASSWORD)
                .run(
                        "CREATE DATABASE " + name + " CHARACTER SET latin1",
                        "CREATE USER IF NOT EXISTS "
                                + user
                                + " IDENTIFIED BY '"
                                + password.replace("\\", "\\\\").replace("'", "''")
                                + "'",
                        "GRANT ALL ON " + name + ".* TO " + user,
                        "GRANT PROCESS ON *.* TO " + user);
        var database = new Database(url(name, 1, 2, 3), own, password, Map.of());
        members.forEach(
                member ->
                        Await.until(
                                member + " has the database",
                                PATIENCE,
                                () -> member.answers(at(member.number(), name, own, password))));
        return database;
    }

    private String url(String name, int... order) {
        return "jdbc:mariadb:sequential://"
                + IntStream.of(order)
                        .mapToObj(number -> member(number).address() + ":3306")
                        .collect(Collectors.joining(","))
                + "/"
                + name
                + OPTIONS;
    }

    /** A node's way to the database, with the members in this order. */
    public Database way(Database database, String name, int... order) {
        return new Database(url(name, order), database.user(), database.password(), Map.of());
    }

    /** The same database, on this member alone. */
    public Database on(int number, Database database, String name) {
        return at(number, name, database.user(), database.password());
    }

    private Database at(int number, String name, String user, String password) {
        return new Database(
                "jdbc:mariadb://" + member(number).address() + ":3306/" + name,
                user,
                password,
                Map.of("connectTimeout", "2000", "socketTimeout", "10000"));
    }

    @Override
    public void close() {
        members.forEach(GaleraMember::kill);
        Commands.run(List.of("rm", "-rf", members.get(0).directory().getParent().toString()));
    }
}
