package com.xpkit.sociallink.platform.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.xpkit.sociallink.platform.storage.FailureLog;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The number of rows of a list. Up to {@link #EXACT} the rows are counted at once. Counting millions would make a page
 * of fifty slow, so for a longer list the page shows a count made in the background, at most {@link #FRESH} old while
 * the list is in use. If there is no such count yet, the page waits {@link #PATIENCE} for one and otherwise reports
 * {@link #EXACT}.
 */
@ApplicationScoped
public class Counts {

    static final int EXACT = 1_000;
    static final Duration FRESH = Duration.ofSeconds(30);
    static final Duration PATIENCE = Duration.ofMillis(200);

    /** In characters, over all lists with a known count. */
    static final int MAX_WEIGHT = 4_000_000;

    private static final System.Logger LOG = System.getLogger(Counts.class.getName());

    /** Bounded by the size of its keys: a list request may have a hundred kilobytes. */
    private final Cache<Counted, Count> last =
            Caffeine.newBuilder()
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .maximumWeight(MAX_WEIGHT)
                    .weigher((Counted list, Count count) -> list.characters())
                    .build();

    /** One count at a time: counting is less important than any request. */
    private final Semaphore counting = new Semaphore(1);

    @PersistenceContext EntityManager em;

    @Resource ManagedExecutorService executor;

    @Inject Clock clock;

    @Inject ListStatements statements;

    /**
     * @param from JPQL, beginning with {@code from}
     */
    long count(String from, Parameters parameters) {
        var list = new Counted(from, parameters.account(), parameters.values());
        var known = Optional.ofNullable(last.getIfPresent(list)).filter(Count::isLong);
        if (known.filter(this::isFresh).isPresent()) {
            return known.get().rows();
        }
        if (known.isPresent() || isLong(from, parameters)) {
            var soon = countSoon(list, parameters);
            return known.or(() -> patiently(soon)).map(Count::rows).orElse((long) EXACT);
        }
        return countAll(from, parameters);
    }

    private boolean isFresh(Count count) {
        return !clock.instant().isAfter(count.at().plus(FRESH));
    }

    /** In an order that has an index, so that the database reads no more rows than it must. */
    private boolean isLong(String from, Parameters parameters) {
        var jpql = "select e.id" + from + " order by e.created, e.id";
        return !statements
                .rows(
                        () ->
                                em.createQuery(jpql, UUID.class)
                                        .setFirstResult(EXACT)
                                        .setMaxResults(1),
                        parameters,
                        em)
                .isEmpty();
    }

    private long countAll(String from, Parameters parameters) {
        return statements
                .rows(() -> em.createQuery("select count(e)" + from, Long.class), parameters, em)
                .get(0);
    }

    private Future<Count> countSoon(Counted list, Parameters parameters) {
        if (!counting.tryAcquire()) {
            return CompletableFuture.failedFuture(new RejectedExecutionException());
        }
        try {
            return executor.submit(() -> countNow(list, parameters));
        } catch (RejectedExecutionException busy) {
            counting.release();
            return CompletableFuture.failedFuture(busy);
        }
    }

    private Count countNow(Counted list, Parameters parameters) {
        try {
            var rows = Math.max(EXACT, countAll(list.from(), parameters));
            var count = new Count(rows, clock.instant());
            last.put(list, count);
            return count;
        } finally {
            counting.release();
        }
    }

    /** The total weight of the known counts. */
    long characters() {
        last.cleanUp();
        return last.asMap().keySet().stream().mapToLong(Counted::characters).sum();
    }

    private static Optional<Count> patiently(Future<Count> soon) {
        try {
            return Optional.of(soon.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException notNow) {
            FailureLog.trace(
                    LOG, System.Logger.Level.DEBUG, "A long list stays uncounted for now", notNow);
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private record Counted(String from, Object account, List<Object> values) {

        /** Plus an amount for the entry itself and for each value. */
        int characters() {
            var ofValues = values.stream().mapToInt(value -> 50 + value.toString().length()).sum();
            return 200 + from.length() + ofValues;
        }
    }

    private record Count(long rows, Instant at) {

        /** Whether the list is so long that it stays long even if some rows go, so it need not be checked again. */
        boolean isLong() {
            return rows > 2 * EXACT;
        }
    }
}
