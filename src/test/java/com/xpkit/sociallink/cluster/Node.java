package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One Payara Micro process with the packaged WAR. */
final class Node implements AutoCloseable {

    private static final Path BUILD = Path.of("target").toAbsolutePath();
    private static final String NETWORK = "set configs.config.server-config.network-config.";
    private static final String PRE_BOOT =
            NETWORK + "network-listeners.network-listener.http-listener.address=127.0.0.1\n";

    private final String name;
    private final int port;
    private final Path directory;
    private Process process;

    Node(String name, int port) {
        this.name = name;
        this.port = port;
        directory = BUILD.resolve("cluster").resolve(name);
    }

    /** Starts the process and does not wait for it. */
    Node start(Map<String, String> settings) {
        try {
            Files.createDirectories(directory);
            var starting =
                    new ProcessBuilder(command())
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.to(logFile().toFile()));
            starting.environment().keySet().removeIf(key -> key.startsWith("SOCIALLINK_"));
            starting.environment().putAll(settings);
            process = starting.start();
            return this;
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private List<String> command() throws IOException {
        var preBoot = Files.writeString(directory.resolve("pre-boot.asadmin"), PRE_BOOT);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(List.of("-Dhttp.maxConnections=64"));
        command.addAll(List.of("-jar", BUILD.resolve("payara-micro.jar").toString()));
        command.addAll(List.of("--nohazelcast", "--contextroot", "/"));
        command.addAll(List.of("--port", Integer.toString(port)));
        command.addAll(List.of("--prebootcommandfile", preBoot.toString()));
        command.addAll(List.of("--deploy", BUILD.resolve("sociallink.war").toString()));
        return command;
    }

    Node awaitReady() {
        Await.until(
                name + " is ready; see " + logFile(),
                Duration.ofMinutes(2),
                () -> {
                    if (!process.isAlive()) {
                        fail(name + " ended by itself; see " + logFile());
                    }
                    return isReady();
                });
        return this;
    }

    /** Without a word of warning, as when the power fails. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isReady() {
        var answer = Http.tryGet(url("/health/ready"));
        return answer.filter(a -> a.statusCode() == 200 && a.body().contains("database"))
                .isPresent();
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The same request, to this node. */
    URI own(URI address) {
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return url(address.getRawPath() + query);
    }

    /** All that the process has written, from its start. */
    String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path logFile() {
        return directory.resolve("server.log");
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
            process.destroyForcibly();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
