package com.xpkit.sociallink.cluster;

import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Door;
import com.xpkit.sociallink.server.Http;
import com.xpkit.sociallink.server.Node;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * An nginx before the service, with the operator's file. Only the addresses, the certificate and the logs differ, and
 * its address is one of its names. Its door is the one for https.
 */
final class Nginx implements Door, AutoCloseable {

    private static final Path RULES = Path.of("server-config", "nginx", "sociallink.conf");
    private static final Duration SOON = Duration.ofSeconds(10);

    /** The rest of the machine's configuration; the worker's user may read and write what the tests make. */
    private static final String MACHINE =
            """
            daemon off;
            user %s;
            pid %2$s/nginx.pid;
            error_log stderr;
            events {}
            http {
              client_body_temp_path %2$s/body;
              proxy_temp_path %2$s/proxy;
              include %2$s/sociallink.conf;
            }
            """;

    private final Path directory;
    private final int https = Node.freePort();
    private final int http = Node.freePort();
    private Process nginx;

    /**
     * @param name of its directory
     */
    Nginx(String name) {
        directory = Path.of("target", "cluster", name).toAbsolutePath();
    }

    @Override
    public URI url(String path) {
        return URI.create("https://127.0.0.1:" + https + path);
    }

    /** The same in the clear. */
    URI plain(String path) {
        return URI.create("http://127.0.0.1:" + http + path);
    }

    Nginx startBefore(Door service) throws IOException {
        Files.createDirectories(directory);
        SelfSigned.into(directory);
        Files.writeString(
                directory.resolve("sociallink.conf"),
                Files.readString(RULES)
                        .replaceAll("(?m)^ *listen \\[::].*\n", "")
                        .replace("listen 443 ", "listen 127.0.0.1:" + https + " ")
                        .replaceAll("listen 80(?=[ ;])", "listen 127.0.0.1:" + http)
                        .replace("server_name " + Http.LINK, "server_name 127.0.0.1 " + Http.LINK)
                        .replace("127.0.0.1:8080", service.url("").getAuthority())
                        .replace("/etc/ssl/sociallink", directory.toString())
                        .replace("/var/log/nginx", directory.toString()));
        var machine = directory.resolve("nginx.conf");
        Files.writeString(machine, MACHINE.formatted(System.getProperty("user.name"), directory));
        nginx =
                new ProcessBuilder("nginx", "-c", machine.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile())
                        .start();
        Await.until("nginx answers; see " + log(), SOON, () -> Http.tryGet(url("/")).isPresent());
        return this;
    }

    private Path log() {
        return directory.resolve("nginx.log");
    }

    @Override
    public void close() {
        if (nginx != null) {
            nginx.destroy();
            nginx.onExit().completeOnTimeout(nginx, 10, TimeUnit.SECONDS).join();
            nginx.destroyForcibly();
        }
    }
}
