package com.xpkit.sociallink.failover;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.server.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One machine of a {@link Patroni}: etcd, Patroni and its PostgreSQL, with the operator's files. The tests put their own into
 * them: addresses, the name, directories.
 */
final class PatroniMember implements AutoCloseable {

    private static final Path FILES = Path.of("server-config", "patroni");
    private static final Duration SOON = Duration.ofSeconds(2);

    private final int number;
    private final Network network;
    private final Path directory;
    private final Path log;
    private Program etcd;
    private Program patroni;

    /**
     * @param number from 1
     * @param cluster the directory of all members
     */
    PatroniMember(int number, Network network, Path cluster, Path logs) {
        this.number = number;
        this.network = network;
        directory = cluster.resolve(name());
        log = logs.resolve(name() + ".log");
        write();
    }

    String name() {
        return "db" + number;
    }

    private void write() {
        try {
            Files.createDirectories(directory.resolve("socket"));
            Files.writeString(configuration(), changed("patroni.yml"));
            Program.give(directory, Patroni.USER);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    Path configuration() {
        return directory.resolve("config.yml");
    }

    private String changed(String file) {
        try {
            var others =
                    toTheNetwork()
                            .apply(ofThisMember().apply(Files.readString(FILES.resolve(file))));
            return others.replace("/usr/lib/postgresql/15/bin", Patroni.programs().toString())
                    .replace(
                            "/var/lib/postgresql/15/sociallink",
                            directory.resolve("data").toString())
                    .replace("/var/lib/postgresql/pgpass", directory.resolve("pgpass").toString())
                    .replace("/var/run/postgresql", directory.resolve("socket").toString())
                    .replace("/var/lib/etcd/sociallink", directory.resolve("etcd").toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The lines with one address, which are db1's; lists of addresses stay. */
    private UnaryOperator<String> ofThisMember() {
        return text ->
                text.lines()
                        .map(line -> line.contains("10.0.0.22") ? line : own(line))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private String own(String line) {
        return line.replace("10.0.0.21", "10.0.0.2" + number)
                .replace("name: db1", "name: " + name())
                .replace("ETCD_NAME=db1", "ETCD_NAME=" + name());
    }

    private UnaryOperator<String> toTheNetwork() {
        return text -> Patroni.inNetwork(text, network);
    }

    void startEtcd() {
        var settings =
                changed("etcd")
                        .lines()
                        .filter(line -> line.startsWith("ETCD_"))
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        etcd = Program.start(Patroni.USER, network.on(number), settings, log, "etcd");
    }

    void start() {
        patroni =
                Program.start(
                        Patroni.USER,
                        network.on(number),
                        Map.of("LANG", "C.UTF-8"),
                        log,
                        "patroni",
                        configuration().toString());
    }

    /** Patroni and PostgreSQL, without warning; etcd stays. */
    void kill() {
        patroni.kill();
        Program.kill(postmaster());
    }

    /** It has left Patroni, its parent. */
    private Optional<ProcessHandle> postmaster() {
        var file = directory.resolve("data").resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0)))
                            .filter(
                                    process ->
                                            process.info()
                                                    .command()
                                                    .orElse("")
                                                    .endsWith("postgres"))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    void cutOff() {
        network.cutOff(number);
    }

    void bringBack() {
        network.bringBack(number);
    }

    boolean isPrimary() {
        return is("/primary");
    }

    boolean isSynchronousStandby() {
        return is("/synchronous");
    }

    private boolean is(String role) {
        return ask(role).filter(answer -> answer.statusCode() == 200).isPresent();
    }

    /** What it knows of all members; empty while it cannot be reached. */
    Optional<JsonObject> cluster() {
        return ask("/cluster").map(HttpResponse::body).map(PatroniMember::json);
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private Optional<HttpResponse<String>> ask(String path) {
        try {
            var address = URI.create("http://" + network.address(number) + ":8008" + path);
            return Optional.of(Http.send(Http.request(address).timeout(SOON)));
        } catch (UncheckedIOException nobody) {
            return Optional.empty();
        }
    }

    /** This member's own copy. */
    Database database(String name, String user, String password) {
        return new Database(
                "jdbc:postgresql://"
                        + network.address(number)
                        + ":5432/"
                        + name
                        + "?connectTimeout=5&socketTimeout=30",
                user,
                password,
                Map.of());
    }

    @Override
    public void close() {
        if (patroni != null) {
            kill();
        }
        if (etcd != null) {
            etcd.kill();
        }
    }
}
