package com.xpkit.sociallink.kernel.quota;

import static java.lang.System.Logger.Level.WARNING;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.xpkit.sociallink.platform.storage.FailureLog;
import com.xpkit.sociallink.platform.upkeep.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * About how many bytes each account has stored. No write counts, and none locks a row: each node counts now and then, one
 * account at a time and beside all requests, and adds what it has admitted since.
 *
 * <p>So the quota is exact for one node, apart from requests that run at the same moment. What other nodes admit counts
 * from the next count on, which is at most ten seconds later while the quota is near, or twenty times as long as a count
 * takes. Until an account is counted for the first time after a node's start, only its growth counts.
 */
@ApplicationScoped
public class StoredBytes implements Chore {

    private static final System.Logger LOG = System.getLogger(StoredBytes.class.getName());

    private final LoadingCache<UUID, Tally> tallies =
            Caffeine.newBuilder()
                    .expireAfterAccess(Duration.ofHours(1))
                    .maximumSize(100_000)
                    .build(account -> new Tally());

    @Inject QuotaSettings settings;

    @Inject @Any Instance<CountedData> data;

    @Inject Clock clock;

    @Override
    public String name() {
        return "stored-bytes";
    }

    /** Which accounts are due is another question. */
    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    /** Each node judges by its own count. */
    @Override
    public boolean onOneNode() {
        return false;
    }

    /**
     * Comes before a write. A write that fails later counts until the next count.
     *
     * @param growth in bytes; a write that adds nothing is never refused
     * @throws QuotaReached when the account would have more than it may
     */
    public void admit(UUID account, long growth) {
        var tally = tallies.get(account);
        tally.ask();
        settings.bytes().admit(tally::bytes, growth);
        tally.grow(Math.max(0, growth));
    }

    @Override
    public void run() {
        if (settings.bytes().most() > 0) {
            countAll();
        }
    }

    void countAll() {
        tallies.asMap().forEach(this::countIfDue);
    }

    private void countIfDue(UUID account, Tally tally) {
        var begun = clock.instant();
        if (tally.isDue(begun, settings.bytes().most())) {
            count(account, tally, begun);
        }
    }

    long bytesOf(UUID account) {
        return data.stream().mapToLong(counted -> counted.bytesOf(account)).sum();
    }

    private void count(UUID account, Tally tally, Instant begun) {
        var before = tally.grown();
        try {
            tally.counted(bytesOf(account), before);
        } catch (RuntimeException failed) {
            FailureLog.line(LOG, WARNING, "The bytes of " + account + " were not counted", failed);
        } finally {
            tally.rest(begun, Duration.between(begun, clock.instant()));
        }
    }
}
