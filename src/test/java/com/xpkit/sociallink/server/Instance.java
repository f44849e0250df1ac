package com.xpkit.sociallink.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one process lives.
 *
 * @param directory its own
 * @param port of the service, on loopback
 * @param managementPort another one on loopback, for a server with a separate management interface
 * @param war that it runs, at the root
 * @param javaOptions of the server's JVM
 */
record Instance(Path directory, int port, int managementPort, Path war, List<String> javaOptions) {

    /** The project's. */
    static final Path BASE = Path.of("").toAbsolutePath();

    private static final Path BUILD = BASE.resolve("target");

    /** Starts soon and stays small: two nodes and a database share two cores with the tests. */
    private static final List<String> SMALL =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx" + System.getProperty("it.heap", "768m"));

    /** What {@code server-config/systemd} says. */
    private static final List<String> OPERATORS = List.of("-Xmx1g");

    /** With the packaged WAR. */
    static Instance ofTests(String name, int port) {
        return new Instance(directory(name), port, freePort(), packagedWar(), SMALL);
    }

    static Instance ofAnOperator(String name, Path war) {
        return new Instance(directory(name), freePort(), freePort(), war, OPERATORS);
    }

    private static Path directory(String name) {
        return BUILD.resolve("instances").resolve(name);
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

    static Path packagedWar() {
        return BUILD.resolve("sociallink.war");
    }

    /**
     * Copies JDBC drivers out of the packaged WAR, even if another WAR runs.
     *
     * @param names of their jars, as a glob
     * @return the copies
     */
    static List<Path> copyDrivers(String names, Path directory) throws IOException {
        var copies = new ArrayList<Path>();
        try (var war = FileSystems.newFileSystem(packagedWar());
                var drivers = Files.newDirectoryStream(war.getPath("WEB-INF/lib"), names)) {
            for (var driver : drivers) {
                copies.add(
                        Files.copy(
                                driver,
                                directory.resolve(driver.getFileName().toString()),
                                StandardCopyOption.REPLACE_EXISTING));
            }
        }
        return copies;
    }

    /** Where Maven has unpacked a server, or put its jar. */
    static Path unpacked(String server) {
        return BUILD.resolve(server);
    }

    static Path config(String file) {
        return BASE.resolve("server-config").resolve(file);
    }

    /**
     * The size of the live objects in a JVM, in bytes. The histogram's last line is {@code Total <objects> <bytes>}.
     */
    static long bytesInUse(long pid) {
        var jcmd = javaHome().resolve("bin/jcmd").toString();
        try {
            var running =
                    new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                            .redirectErrorStream(true)
                            .start();
            var lines = new String(running.getInputStream().readAllBytes(), US_ASCII).lines();
            return lines.filter(line -> line.startsWith("Total"))
                    .map(line -> line.trim().split(" +")[2])
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    /** The one that runs the tests, unless {@code -Dit.java.home} names another. */
    static Path javaHome() {
        return Path.of(System.getProperty("it.java.home", System.getProperty("java.home")));
    }
}
