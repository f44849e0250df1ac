package com.xpkit.sociallink.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * How many rows a list has. Up to {@link #EXACT} they are counted; counting millions would make a page of
 * fifty slow, so a longer list shows what was counted last, at most {@link #FRESH} ago when the list is in
 * use, and at least {@link #EXACT} until the first count is there.
 */
@ApplicationScoped
public class Counts {

    static final int EXACT = 10_000;
    static final Duration FRESH = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger(Counts.class.getName());

    private final Cache<Counted, Count> last =
            Caffeine.newBuilder()
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .maximumSize(1_000)
                    .build();

    /** One at a time: counting is worth less than any request. */
    private final Semaphore counting = new Semaphore(1);

    @PersistenceContext EntityManager em;

    @Resource ManagedExecutorService executor;

    @Inject Clock clock;

    /**
     * @param from JPQL from the {@code from} on
     */
    long count(String from, Parameters parameters) {
        if (!isLong(from, parameters)) {
            return countAll(from, parameters);
        }
        var list = new Counted(from, parameters.account(), parameters.values());
        var known = last.getIfPresent(list);
        if (known == null || clock.instant().isAfter(known.at().plus(FRESH))) {
            countSoon(list, parameters);
        }
        return known == null ? EXACT : Math.max(EXACT, known.rows());
    }

    private boolean isLong(String from, Parameters parameters) {
        return !parameters
                .bindTo(em.createQuery("select e.id" + from, String.class))
                .setFirstResult(EXACT)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private long countAll(String from, Parameters parameters) {
        return parameters
                .bindTo(em.createQuery("select count(e)" + from, Long.class))
                .getSingleResult();
    }

    private void countSoon(Counted list, Parameters parameters) {
        if (!counting.tryAcquire()) {
            return;
        }
        try {
            executor.execute(() -> countNow(list, parameters));
        } catch (RejectedExecutionException busy) {
            counting.release();
        }
    }

    private void countNow(Counted list, Parameters parameters) {
        try {
            last.put(list, new Count(countAll(list.from(), parameters), clock.instant()));
        } catch (RuntimeException databaseAway) {
            LOG.log(System.Logger.Level.DEBUG, "A long list stays uncounted", databaseAway);
        } finally {
            counting.release();
        }
    }

    private record Counted(String from, Object account, List<Object> values) {}

    private record Count(long rows, Instant at) {}
}
