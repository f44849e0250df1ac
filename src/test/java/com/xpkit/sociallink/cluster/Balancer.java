package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Door;
import com.xpkit.sociallink.server.Http;
import com.xpkit.sociallink.server.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An nginx before several nodes, with the operator's own rules for passing on; a request goes to one after the other. */
final class Balancer implements Door, AutoCloseable {

    private static final Path RULES =
            Path.of("server-config", "nginx", "sociallink-proxy.conf").toAbsolutePath();

    private final Path directory = Path.of("target", "cluster", "nginx").toAbsolutePath();
    private final int port = Node.freePort();
    private final List<Node> nodes = new ArrayList<>();
    private Process nginx;

    @Override
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Balancer start(Node... all) throws IOException {
        nodes.addAll(List.of(all));
        Files.createDirectories(directory);
        write(nodes);
        nginx = run().start();
        Await.until(
                "nginx answers; see " + directory,
                Duration.ofSeconds(10),
                () -> Http.tryGet(url("/")).isPresent());
        return this;
    }

    /** No new request goes to it from here on; those under way end. */
    void takeAway(Node node) {
        reload(nodes.stream().filter(other -> other != node).toList());
    }

    void bringBack() {
        reload(nodes);
    }

    /** Which node each request went to, in order: its host and port. */
    List<String> journal() {
        try {
            return Files.readAllLines(directory.resolve("access.log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void reload(List<Node> those) {
        try {
            write(those);
            var signal = run("-s", "reload").start();
            assertThat(signal.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(signal.exitValue()).isZero();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private ProcessBuilder run(String... more) {
        var command = new ArrayList<>(List.of("nginx", "-p", directory.toString()));
        command.addAll(
                List.of("-e", "error.log", "-c", directory.resolve("nginx.conf").toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(directory.resolve("out.log").toFile()));
    }

    private void write(List<Node> those) throws IOException {
        var servers = new StringBuilder();
        for (var node : those) {
            servers.append("server ")
                    .append(node.url("").getAuthority())
                    .append(" max_fails=1 fail_timeout=2s;\n");
        }
        Files.writeString(
                directory.resolve("nginx.conf"),
                """
                daemon off;
                pid nginx.pid;
                worker_processes 1;
                events {}
                http {
                  log_format node '$upstream_addr';
                  access_log access.log node;
                  client_body_temp_path temp-body; proxy_temp_path temp-proxy; fastcgi_temp_path temp-fastcgi;
                  uwsgi_temp_path temp-uwsgi; scgi_temp_path temp-scgi;
                  upstream sociallink {
                    %s
                    keepalive 64;
                  }
                  server {
                    listen 127.0.0.1:%d;
                    include %s;
                  }
                }
                """
                        .formatted(servers, port, RULES));
    }

    @Override
    public void close() {
        if (nginx != null) {
            var all = Stream.concat(nginx.descendants(), Stream.of(nginx.toHandle())).toList();
            nginx.destroy();
            nginx.onExit().completeOnTimeout(nginx, 10, TimeUnit.SECONDS).join();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
