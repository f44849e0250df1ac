package com.xpkit.sociallink.failover;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An HAProxy that leads a node to the primary, with the operator's file; only the addresses differ. */
final class PrimaryBalancer implements AutoCloseable {

    private static final Path RULES = Path.of("server-config", "patroni", "haproxy.cfg");

    private final int port = Node.freePort();
    private final Program haproxy;

    PrimaryBalancer(Patroni patroni, Path directory) {
        try {
            Files.createDirectories(directory);
            var rules = directory.resolve("haproxy.cfg").toAbsolutePath();
            Files.writeString(
                    rules,
                    patroni.inNetwork(Files.readString(RULES))
                            .replace("127.0.0.1:5000", "127.0.0.1:" + port));
            haproxy =
                    Program.start(
                            "root",
                            List.of(),
                            Map.of(),
                            directory.resolve("haproxy.log"),
                            "haproxy",
                            "-db",
                            "-f",
                            rules.toString());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    int port() {
        assertThat(haproxy.isAlive()).isTrue();
        return port;
    }

    @Override
    public void close() {
        haproxy.close();
    }
}
