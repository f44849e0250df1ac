package com.xpkit.sociallink.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Where one process lives.
 *
 * @param directory its own
 * @param port of the service, on loopback
 * @param managementPort another one on loopback, for a server that keeps its own affairs apart
 */
record Instance(Path directory, int port, int managementPort) {

    /** The project's. */
    static final Path BASE = Path.of("").toAbsolutePath();

    private static final Path BUILD = BASE.resolve("target");

    static Instance named(String name, int port) {
        return new Instance(BUILD.resolve("instances").resolve(name), port, freePort());
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static Path war() {
        return BUILD.resolve("sociallink.war");
    }

    /** Where Maven has unpacked a server, or put its jar. */
    static Path unpacked(String server) {
        return BUILD.resolve(server);
    }

    static Path config(String file) {
        return BASE.resolve("server-config").resolve(file);
    }

    /** The one that runs the tests, unless {@code -Dit.java.home} names another. */
    static Path javaHome() {
        return Path.of(System.getProperty("it.java.home", System.getProperty("java.home")));
    }

    /** Starts soon and stays small: two nodes and a database share two cores with the tests. */
    static List<String> javaOptions() {
        return List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-Dhttp.maxConnections=64");
    }
}
