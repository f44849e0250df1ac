package com.xpkit.sociallink.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Door;
import com.xpkit.sociallink.server.Http;
import com.xpkit.sociallink.server.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** An HAProxy before two nodes, with the operator's file; only the addresses differ. */
final class Balancer implements Door, AutoCloseable {

    private static final Path RULES = Path.of("server-config", "haproxy", "sociallink.cfg");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Pattern NODE = Pattern.compile(".* sociallink/(?<node>\\S+)");

    private final Path directory;
    private final int port = Node.freePort();
    private Process haproxy;

    /**
     * @param name of its directory, for its file and its log
     */
    Balancer(String name) {
        directory = Path.of("target", "cluster", name).toAbsolutePath();
    }

    @Override
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** They are called one and two. */
    Balancer start(Node one, Node two) throws IOException {
        Files.createDirectories(directory);
        var rules = directory.resolve("haproxy.cfg");
        Files.writeString(
                rules,
                Files.readString(RULES)
                        .replace("127.0.0.1:8000", "127.0.0.1:" + port)
                        .replace(Http.LINK, "127.0.0.1")
                        .replace("/run/haproxy/admin.sock", admin().toString())
                        .replaceFirst("10[.]0[.]0[.]11:8080", server(one))
                        .replaceFirst("10[.]0[.]0[.]12:8080", server(two))
                        .replace("10.0.0.11:8080", one.url("").getAuthority())
                        .replace("10.0.0.12:8080", two.url("").getAuthority()));
        haproxy =
                new ProcessBuilder("haproxy", "-db", "-f", rules.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile())
                        .start();
        Await.until("haproxy runs; see " + log(), SOON, () -> Files.exists(admin()));
        awaitUp("one");
        awaitUp("two");
        return this;
    }

    private static String server(Node node) {
        return node.url("").getAuthority() + " port " + node.readiness().getPort();
    }

    /** From here on no new request goes to it; those in progress finish. */
    void takeAway(String node) {
        command("set server sociallink/" + node + " state drain");
    }

    void bringBack(String node) {
        command("set server sociallink/" + node + " state ready");
        awaitUp(node);
    }

    void awaitDown(String node) {
        Await.until(
                "haproxy considers " + node + " not ready",
                SOON,
                () -> status(node).startsWith("DOWN"));
    }

    void awaitUp(String node) {
        Await.until("haproxy considers " + node + " ready", SOON, () -> status(node).equals("UP"));
    }

    private String status(String node) {
        return command("show stat")
                .lines()
                .filter(line -> line.startsWith("sociallink," + node + ","))
                .map(line -> line.split(",")[17])
                .findFirst()
                .orElse("");
    }

    private String command(String command) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(admin()));
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(UTF_8)));
            return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Which node each request went to, in the order of the answers. */
    List<String> journal() {
        try {
            return Files.readAllLines(log()).stream()
                    .map(NODE::matcher)
                    .filter(line -> line.matches())
                    .map(line -> line.group("node"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path log() {
        return directory.resolve("haproxy.log");
    }

    /** A socket's path may have 107 bytes. */
    private Path admin() {
        return Path.of(System.getProperty("java.io.tmpdir"), "haproxy-" + port + ".sock");
    }

    @Override
    public void close() {
        if (haproxy != null) {
            haproxy.destroy();
            haproxy.onExit().completeOnTimeout(haproxy, 10, TimeUnit.SECONDS).join();
            haproxy.destroyForcibly();
        }
    }
}
