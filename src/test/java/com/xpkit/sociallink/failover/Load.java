package com.xpkit.sociallink.failover;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.simulator.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Visitors who link, a few at a time, until this is closed. The two requests of a link go to different nodes, and every fifth
 * visitor has linked before.
 */
final class Load implements AutoCloseable {

    static final int BROWSERS = 8;

    /** How many links each node must end before the load counts as back. */
    private static final int BACK = 20;

    private static final int RETURNING = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Leaves some time of the machine for the database that elects a primary meanwhile. */
    private static final Duration BETWEEN_LINKS = Duration.ofMillis(50);

    private final Nodes nodes;
    private final Shop shop;
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Map<String, Acknowledged> known = new ConcurrentHashMap<>();
    private final List<String> others = new CopyOnWriteArrayList<>();
    private final List<String> changed = new CopyOnWriteArrayList<>();
    private final ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS);
    private volatile boolean isOver;

    Load(Nodes nodes) {
        this.nodes = nodes;
        shop = nodes.shop();
        for (int browser = 0; browser < BROWSERS; browser++) {
            var number = browser;
            browsers.execute(() -> link(number));
        }
    }

    private void link(int browser) {
        var own = new ArrayList<Guest>();
        for (int turn = browser; !isOver; turn++) {
            var isKnown = turn % RETURNING == 0 && !own.isEmpty();
            var guest = isKnown ? own.get(turn % own.size()) : nodes.guest();
            if (link(guest, turn % nodes.all().size()) && !isKnown) {
                own.add(guest);
            }
            LockSupport.parkNanos(BETWEEN_LINKS.toNanos());
        }
    }

    /** Whether the visitor was given a profile by this node, after another one has sent them to WeChat. */
    private boolean link(Guest guest, int node) {
        try {
            var first = nodes.all().get((node + 1) % nodes.all().size());
            var callback = guest.comeBackFrom(first, shop.tenant(), Scope.SNSAPI_USERINFO);
            return keep(guest, node, guest.end(callback, nodes.all().get(node)));
        } catch (RuntimeException | AssertionError broken) {
            others.add(broken.toString());
            return false;
        }
    }

    private boolean keep(Guest guest, int node, String application) {
        if (!application.contains("profile_id=")) {
            others.add(application);
            return false;
        }
        var openid = shop.openid(guest.visitor());
        var given =
                new Acknowledged(
                        guest, openid, Guest.profileId(application), node, System.nanoTime());
        var before = known.putIfAbsent(openid, given);
        if (before != null && !before.profile().equals(given.profile())) {
            changed.add(before.profile() + " became " + given.profile());
        }
        return acknowledged.add(given);
    }

    /**
     * Does something to the database, and waits until every node links again.
     *
     * @param what it is, for the line that tells of it
     */
    Disturbance during(String what, Runnable event) {
        awaitLinksOfEveryNode();
        var began = System.nanoTime();
        var failed = others.size();
        event.run();
        awaitLinksOfEveryNode();
        return new Disturbance(
                what,
                began,
                System.nanoTime(),
                List.copyOf(acknowledged),
                List.copyOf(others.subList(failed, others.size())));
    }

    private void awaitLinksOfEveryNode() {
        var before = acknowledged.size();
        for (int node = 0; node < nodes.all().size(); node++) {
            var number = node;
            Await.until(
                    "node " + number + " links again; other answers: " + last(others),
                    PATIENCE,
                    () -> linksOf(number, before) >= BACK);
        }
    }

    private static String last(List<String> answers) {
        return answers.isEmpty() ? "none" : answers.get(answers.size() - 1);
    }

    private long linksOf(int node, int skipped) {
        return acknowledged.stream().skip(skipped).filter(each -> each.node() == node).count();
    }

    String account() {
        return shop.account();
    }

    /** Every profile that a visitor was given. */
    Collection<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** What the other visitors got: the address with an error code, or the failure. */
    List<String> others() {
        return others;
    }

    /** Returning visitors who were given another profile than before. */
    List<String> changed() {
        return changed;
    }

    /** Returns when no visitor is on their way any more. */
    @Override
    public void close() {
        isOver = true;
        browsers.shutdown();
        try {
            assertThat(browsers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
