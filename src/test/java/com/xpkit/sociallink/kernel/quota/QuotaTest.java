package com.xpkit.sociallink.kernel.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final LongSupplier NOBODY_ASKS =
            () -> {
                throw new AssertionError("counted");
            };

    private final Quota apps = new Quota("sociallink.quotas.apps", 3, "apps", false);
    private final Quota jobs = new Quota("sociallink.quotas.jobs", 3, "unfinished jobs", true);

    @Test
    void admitsAsManyAsThereMayBe() {
        assertThatCode(() -> apps.admit(() -> 2, 1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> apps.admit(() -> 3, 1)).isInstanceOf(QuotaReached.class);
        assertThatThrownBy(() -> apps.admit(() -> 2, 2)).isInstanceOf(QuotaReached.class);
    }

    @Test
    void namesTheSettingAndItsValue() {
        var refused = refusal(apps, 3);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("quota_reached");
        assertThat(refused)
                .hasMessage("The account may have 3 apps (sociallink.quotas.apps), and has 3.");
        assertThat(refused.headers()).isEmpty();
    }

    @Test
    void saysWhenToTryAgainWhatPassesByItself() {
        var refused = refusal(jobs, 4);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused).hasMessageContaining("3 unfinished jobs (sociallink.quotas.jobs)");
        assertThat(refused.headers()).containsEntry("Retry-After", "10");
    }

    @Test
    void refusesNothingThatAddsNothing() {
        assertThatCode(() -> apps.admit(NOBODY_ASKS, 0)).doesNotThrowAnyException();
        assertThatCode(() -> apps.admit(NOBODY_ASKS, -5)).doesNotThrowAnyException();
    }

    @Test
    void allowsAnyNumberWhereItIsZero() {
        var any = new Quota("sociallink.quotas.apps", 0, "apps", false);

        assertThatCode(() -> any.admit(NOBODY_ASKS, 1_000_000)).doesNotThrowAnyException();
    }

    private static QuotaReached refusal(Quota quota, long held) {
        return catchThrowableOfType(QuotaReached.class, () -> quota.admit(() -> held, 1));
    }
}
