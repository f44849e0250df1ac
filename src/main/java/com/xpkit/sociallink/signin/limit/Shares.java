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
 * Lets each account's apps have a fair share of a node: only so many of their requests are worked on at a time, and only
 * so many others wait, shortly. So one account leaves threads, connections to the database, memory and processors to
 * the visitors and to the other accounts, whatever its requests cost.
 */
@ApplicationScoped
public class Shares {

    /** Requests of an account that hold a thread, for each one that is worked on. */
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
     * Waits for a place, shortly; {@link #leave} gives it back.
     *
     * @throws RateLimited when there is none
     */
    public void enter(HttpServletRequest request, UUID account) {
        var share = shares.compute(account, (id, old) -> (old == null ? new Share() : old).more());
        if (share.isCrowded() || !share.takesPlace()) {
            forget(account);
            throw refusal();
        }
        request.setAttribute(Shares.class.getName(), account);
    }

    /** Gives back the place that the request has; it may have none. */
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

    /** How many accounts have a request here. */
    int size() {
        return shares.size();
    }

    private final class Share {

        private final Semaphore places = new Semaphore(atOnce, true);

        /** Those with a place and those that wait; changes inside of the map alone. */
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
