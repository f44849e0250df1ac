package com.xpkit.sociallink.kernel.quota;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The maximum number of one kind of thing that an account may have.
 *
 * <p>It is compared with what other transactions have committed. Nothing is locked, because a lock on a row of the account
 * would delay its visitors. If {@code n} requests come at the same moment, all of them can be admitted. So an account can have
 * up to {@code n - 1} things more than its quota.
 *
 * @param setting the name of its setting
 * @param max 0 for any number
 * @param things the things' name in the plural, such as {@code apps}
 * @param passes whether the number goes down by itself
 */
public record Quota(String setting, long max, String things, boolean passes) {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /**
     * @param held gets the present number; not called if any number is allowed or nothing is added
     * @param more how many would be added; if it is not positive, nothing is refused, even above the quota
     * @throws QuotaReached if there would be too many
     */
    public void admit(LongSupplier held, long more) {
        if (max == 0 || more <= 0) {
            return;
        }
        var present = held.getAsLong();
        if (present + more > max) {
            throw refusal(present);
        }
    }

    private QuotaReached refusal(long present) {
        var description =
                "The account may have %d %s (%s), and has %d"
                        .formatted(max, things, setting, present);
        return passes
                ? QuotaReached.untilDone(description + ": try again when some are done.", PAUSE)
                : QuotaReached.untilDeleted(description + ".");
    }
}
