package com.xpkit.sociallink.server;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One server process with the packaged WAR, or another one. */
public final class Node implements Door, AutoCloseable {

    private static final Duration START = Duration.ofMinutes(6);

    private final String name;
    private final Instance instance;
    private final Server server = Server.chosen();
    private Process process;
    private long started;

    /**
     * On a free port. Its directory has the same name, so a second start under one name finds what the first has
     * left.
     */
    public Node(String name) {
        this(name, freePort());
    }

    Node(String name, int port) {
        this(name, Instance.ofTests(name, port));
    }

    private Node(String name, Instance instance) {
        this.name = name;
        this.instance = instance;
    }

    /** As an operator runs it, with this WAR in the service's place. */
    public static Node ofAnOperator(String name, Path war) {
        return new Node(name, Instance.ofAnOperator(name, war));
    }

    /** A free port on loopback. */
    public static int freePort() {
        return Instance.freePort();
    }

    /**
     * Starts the process and does not wait for it.
     *
     * @param settings environment variables; the tests' own settings of the service are not inherited
     */
    public Node start(Map<String, String> settings) {
        try {
            Files.createDirectories(instance.directory());
            var starting =
                    install(settings)
                            .directory(instance.directory().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.to(logFile().toFile()));
            started = System.nanoTime();
            process = starting.start();
            return this;
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private ProcessBuilder install(Map<String, String> settings) throws IOException {
        var own = ServersDataSource.of(settings);
        if (own.isPresent()) {
            return server.install(instance, own.get(), settings);
        }
        return given(server.install(instance), settings);
    }

    /** The process gets these settings, and none of the tests' own. */
    static ProcessBuilder given(ProcessBuilder starting, Map<String, String> settings) {
        starting.environment().keySet().removeIf(key -> key.startsWith("SOCIALLINK_"));
        starting.environment().putAll(settings);
        return starting;
    }

    public Node awaitReady() {
        Await.until(
                name + " is ready; see " + logFile(),
                START,
                () -> {
                    if (!process.isAlive()) {
                        fail(name + " ended by itself; see " + logFile());
                    }
                    return isReady();
                });
        return this;
    }

    /** Without warning, as in a power failure. */
    public void kill() {
        everyProcess().forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    /** A server's script keeps the server as its child. */
    public Stream<ProcessHandle> everyProcess() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
    }

    /** The time since its process was started. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The process has ended, or says that it has started. */
    public boolean hasEndedItsStart() {
        return !isAlive() || log().contains(server.endOfStart());
    }

    /** Whether the server makes its own data source from the settings, or has one without them. */
    public boolean keepsTheConnections() {
        return server.keepsTheConnections() || ServersDataSource.isWanted();
    }

    /** Where it reports whether it is ready. */
    public URI readiness() {
        return server.readiness(instance);
    }

    public boolean isReady() {
        return Http.tryGet(readiness())
                .filter(a -> a.statusCode() == 200 && a.body().contains("database"))
                .isPresent();
    }

    /** The bytes of the server's objects that are still in use, after a garbage collection. */
    long bytesInUse() {
        var server =
                everyProcess()
                        .filter(each -> each.info().command().orElse("").endsWith("/java"))
                        .findFirst()
                        .orElseThrow();
        return Instance.bytesInUse(server.pid());
    }

    boolean handsBodiesOverAsTheyCome() {
        return server.handsBodiesOverAsTheyCome();
    }

    Optional<OwnAnswer> ownAnswer(Oddity odd) {
        return server.ownAnswer(odd);
    }

    @Override
    public URI url(String path) {
        return instance.url(path);
    }

    /** Everything that the process has written since its start. */
    public String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path logFile() {
        return instance.directory().resolve("server.log");
    }

    @Override
    public void close() {
        if (process != null) {
            var all = everyProcess().toList();
            all.forEach(ProcessHandle::destroy);
            process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
