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
 * The approximate number of bytes that each account has stored. Writes do not count and do not lock rows. Each node counts
 * from time to time, one account after another and apart from requests, and adds what it has admitted since.
 *
 * <p>So the quota is exact for one node, except for requests that run at the same moment. What other nodes admit is included
 * at the next count. While the quota is near, that is at most ten seconds later, or twenty times as long as a count takes.
 * After a node's start, until an account is counted for the first time, only its growth is known.
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

    /** The tally of each account decides whether that account is due. */
    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    /** Each node uses its own count. */
    @Override
    public boolean onOneNode() {
        return false;
    }

    /**
     * Called before a write. A write that fails later is included until the next count.
     *
     * @param growth in bytes; a write that adds nothing is never refused
     * @throws QuotaReached if the account would have more than it may
     */
    public void admit(UUID account, long growth) {
        var tally = tallies.get(account);
        tally.ask();
        settings.bytes().admit(tally::bytes, growth);
        tally.grow(Math.max(0, growth));
    }

    @Override
    public void run() {
        if (settings.bytes().max() > 0) {
            countAll();
        }
    }

    void countAll() {
        tallies.asMap().forEach(this::countIfDue);
    }

    private void countIfDue(UUID account, Tally tally) {
        var begun = clock.instant();
        if (tally.isDue(begun, settings.bytes().max())) {
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
