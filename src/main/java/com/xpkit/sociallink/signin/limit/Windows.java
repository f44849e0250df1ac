package com.xpkit.sociallink.signin.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.xpkit.sociallink.signin.limit.RateLimit.RateLimited;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Counts by key in fixed windows of time. A key that is not counted for a whole window is forgotten. If there are too
 * many keys, the most counted ones stay, so nobody can fill the memory with names or addresses.
 */
final class Windows<K> {

    private static final int MAX_KEYS = 20_000;

    private final Allowance allowance;
    private final Clock clock;
    private final Cache<K, Window> windows;

    Windows(Allowance allowance, Clock clock) {
        this.allowance = allowance;
        this.clock = clock;
        windows =
                Caffeine.newBuilder()
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .expireAfterWrite(allowance.window())
                        .maximumSize(MAX_KEYS)
                        .build();
    }

    /** Adds one and returns whether that was still allowed. */
    boolean count(K key) {
        return allowance.isOff()
                || windows.asMap().merge(key, new Window(clock.millis(), 1), this::next).counted()
                        <= allowance.max();
    }

    private Window next(Window old, Window one) {
        return isOver(old) ? one : new Window(old.begin(), old.counted() + 1);
    }

    private boolean isOver(Window window) {
        return clock.millis() - window.begin() >= allowance.window().toMillis();
    }

    private Optional<Window> present(K key) {
        return Optional.ofNullable(windows.getIfPresent(key)).filter(window -> !isOver(window));
    }

    /** The count in the current window. */
    long counted(K key) {
        return present(key).map(Window::counted).orElse(0L);
    }

    /** How many more the current window allows; never negative. */
    long left(K key) {
        return Math.max(0, allowance.max() - counted(key));
    }

    /** How many keys are stored. */
    long size() {
        windows.cleanUp();
        return windows.estimatedSize();
    }

    void forget(K key) {
        windows.invalidate(key);
    }

    /** The refusal, with the time at which the key's window ends. */
    RateLimited refusal(K key) {
        var begin = present(key).map(Window::begin).orElse(clock.millis());
        var rest = begin + allowance.window().toMillis() - clock.millis();
        return new RateLimited(allowance.toString(), (rest + 999) / 1000);
    }

    private record Window(long begin, long counted) {}
}
