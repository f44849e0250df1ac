package com.xpkit.sociallink.kernel.quota;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many of one thing an account may have.
 *
 * <p>It is compared with what other transactions have committed, and nothing is locked: a lock on a row of the account's
 * would hold up its visitors. Of {@code n} requests that come at the same moment all can be admitted, so an account can
 * have {@code n - 1} things more than its quota, and no more.
 *
 * @param setting its name
 * @param most 0 for any number
 * @param things in the plural, such as {@code apps}
 * @param passes whether the number goes down by itself
 */
public record Quota(String setting, long most, String things, boolean passes) {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /**
     * @param held how many there are; not asked for where any number is allowed, or nothing is added
     * @param more how many would be added; nothing is refused where it is not positive, also beyond the quota
     * @throws QuotaReached when there would be too many
     */
    public void admit(LongSupplier held, long more) {
        if (most == 0 || more <= 0) {
            return;
        }
        var present = held.getAsLong();
        if (present + more > most) {
            throw refusal(present);
        }
    }

    private QuotaReached refusal(long present) {
        var description =
                "The account may have %d %s (%s), and has %d"
                        .formatted(most, things, setting, present);
        return passes
                ? QuotaReached.untilDone(description + ": try again when some are done.", PAUSE)
                : QuotaReached.untilDeleted(description + ".");
    }
}
