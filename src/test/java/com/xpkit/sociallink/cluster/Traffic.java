package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Door;
import com.xpkit.sociallink.simulator.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** New visitors who link, a few at a time, until this is closed. */
final class Traffic implements AutoCloseable {

    /** How many link at a time. */
    static final int VISITORS = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Leaves some time of the two cores for a server that starts meanwhile. */
    private static final Duration BETWEEN_LINKS = Duration.ofMillis(100);

    private final Cluster cluster;
    private final Tenant tenant;
    private final List<? extends Door> doors;
    private final Set<Door> opened = ConcurrentHashMap.newKeySet();
    private final Set<String> profiles = ConcurrentHashMap.newKeySet();
    private final List<String> others = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(VISITORS);
    private volatile boolean isOver;

    private Traffic(Cluster cluster, List<? extends Door> doors, Tenant tenant) {
        this.cluster = cluster;
        this.doors = doors;
        this.tenant = tenant;
    }

    /** Through one door or several, in turn. */
    static Traffic through(Cluster cluster, List<? extends Door> doors, Tenant tenant) {
        var traffic = new Traffic(cluster, doors, tenant);
        for (int i = 0; i < VISITORS; i++) {
            var door = doors.get(i % doors.size());
            traffic.threads.execute(() -> traffic.flow(door));
        }
        return traffic;
    }

    private void flow(Door door) {
        while (!isOver) {
            try {
                var phone = cluster.guest();
                var callback = phone.comeBackFrom(door, tenant, Scope.SNSAPI_USERINFO);
                // a callback whose first node died with the code is sent to WeChat once more
                keep(phone.end(callback, door), door);
            } catch (RuntimeException | AssertionError broken) {
                others.add(broken.toString());
            }
            LockSupport.parkNanos(BETWEEN_LINKS.toNanos());
        }
    }

    private void keep(String application, Door door) {
        if (application.contains("profile_id=")) {
            opened.add(door);
            profiles.add(Guest.profileId(application));
        } else {
            others.add(application);
        }
    }

    /** Waits until so many more visitors are linked, and some through each door: a node's first link takes seconds. */
    void linksMore(int links) {
        linksMore(links, PATIENCE);
    }

    void linksMore(int links, Duration patience) {
        var goal = profiles.size() + links;
        Await.until(
                goal + " are linked",
                patience,
                () -> profiles.size() >= goal && opened.containsAll(doors));
    }

    /** Waits until so many more visitors get another answer. */
    void failsMore(int times) {
        var goal = others.size() + times;
        Await.until(goal + " are not linked", PATIENCE, () -> others.size() >= goal);
    }

    /** The profiles that visitors were given. */
    Set<String> profiles() {
        return profiles;
    }

    /** What the other visitors got: the address with an error code, or the failure. */
    List<String> others() {
        return others;
    }

    /** Returns when no visitor is on their way any more. */
    @Override
    public void close() {
        isOver = true;
        threads.shutdown();
        try {
            assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
