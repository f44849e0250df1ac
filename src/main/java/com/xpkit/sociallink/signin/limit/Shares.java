package com.xpkit.sociallink.signin.limit;

import com.xpkit.sociallink.signin.limit.RateLimit.RateLimited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Gives the apps of each account a fair share of a node: only a limited number of their requests are processed at a
 * time, and only a limited number of others wait, briefly. So, whatever its requests cost, one account leaves threads,
 * database connections, memory and processors to the visitors and to other accounts.
 */
@ApplicationScoped
public class Shares {

    /** How many requests of an account may hold a thread for each one that is processed. */
    private static final int HELD = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<UUID, Share> shares = new ConcurrentHashMap<>();

    private int atOnce;
    private Duration patience;

    protected Shares() {}

    @Inject
    public Shares(ShareSettings settings) {
        this(settings.atOnce(), PATIENCE);
    }

    Shares(int atOnce, Duration patience) {
        this.atOnce = atOnce;
        this.patience = patience;
    }

    /**
     * Waits briefly for a place; {@link #leave} gives it back.
     *
     * @throws RateLimited when no place becomes free
     */
    public void enter(HttpServletRequest request, UUID account) {
        var share = shares.compute(account, (id, old) -> (old == null ? new Share() : old).more());
        if (share.isCrowded() || !share.takesPlace()) {
            forget(account);
            throw refusal();
        }
        request.setAttribute(Shares.class.getName(), account);
    }

    /** Gives back the place of the request, if it has one. */
    public void leave(HttpServletRequest request) {
        if (request.getAttribute(Shares.class.getName()) instanceof UUID account) {
            request.removeAttribute(Shares.class.getName());
            shares.get(account).places.release();
            forget(account);
        }
    }

    private void forget(UUID account) {
        shares.computeIfPresent(account, (id, share) -> share.fewer() ? share : null);
    }

    private RateLimited refusal() {
        return new RateLimited(
                ShareSettings.AT_ONCE + " allows an account " + atOnce + " at a time", 1);
    }

    /** How many accounts have requests in progress. */
    int size() {
        return shares.size();
    }

    private final class Share {

        private final Semaphore places = new Semaphore(atOnce, true);

        /** The requests with a place and those that wait; only changed by operations of the map. */
        private volatile int held;

        Share more() {
            held++;
            return this;
        }

        boolean fewer() {
            return --held > 0;
        }

        boolean isCrowded() {
            return held > HELD * atOnce;
        }

        boolean takesPlace() {
            try {
                return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
