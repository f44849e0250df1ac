package com.xpkit.sociallink.start;

import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Http;
import com.xpkit.sociallink.server.Node;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A WAR on a server of its own, which is started repeatedly. */
class Contender {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final String WECHAT = "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.49";

    private final String name;
    private final Map<String, String> settings;
    private final List<Start> starts = new ArrayList<>();
    final Node node;

    Contender(String name, Node node, Map<String, String> settings) {
        this.name = name;
        this.node = node;
        this.settings = settings;
    }

    /** A start that is not measured: it installs the server and what the WAR needs once. */
    void prepare() throws Exception {
        try (node) {
            node.start(settings);
            settle();
            awaitRedirect();
            Await.until(name + " has started", PATIENCE, node::hasEndedItsStart);
        }
    }

    /** What the WAR needs once, in addition to its server. */
    void settle() throws Exception {}

    /** The path that redirects. */
    String redirect() {
        return "/api/wechat/authorise/";
    }

    /** @param rest how long after the first redirect the memory is read again */
    Start start(Duration rest) throws InterruptedException {
        try (node) {
            node.start(settings);
            awaitRedirect();
            var time = node.age();
            var process = ServerProcess.of(node);
            var processor = process.time();
            var atOnce = process.memory();
            Thread.sleep(rest.toMillis());
            var start = new Start(time, processor, atOnce, process.memory());
            starts.add(start);
            return start;
        }
    }

    private void awaitRedirect() throws InterruptedException {
        var asking = Http.request(node.url(redirect())).header("User-Agent", WECHAT);
        while (!isRedirected(asking)) {
            if (!node.isAlive() || node.age().compareTo(PATIENCE) > 0) {
                throw new IllegalStateException(name + " does not redirect; see its server.log");
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private static boolean isRedirected(HttpRequest.Builder asking) {
        try {
            return Http.send(asking).statusCode() == 302;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    Start median() {
        return Start.median(starts);
    }

    @Override
    public String toString() {
        return name;
    }
}
