package com.xpkit.sociallink.kernel.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.MovableClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredBytesTest {

    private final MovableClock clock = new MovableClock();
    private final UUID account = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final Held profiles = new Held();
    private final StoredBytes bytes =
            new StoredBytes() {
                @Override
                long bytesOf(UUID asked) {
                    return profiles.count();
                }
            };

    @BeforeEach
    void wire() {
        bytes.clock = clock;
        bytes.settings = QuotaMother.with("bytes", "1000");
    }

    @Test
    void refuseGrowthBeyondTheQuotaBeforeAnybodyHasCounted() {
        bytes.admit(account, 600);

        assertThatThrownBy(() -> bytes.admit(account, 500))
                .isInstanceOf(QuotaReached.class)
                .hasMessage(
                        "The account may have 1000 stored bytes (sociallink.quotas.bytes), and has 600.");
        assertThatCode(() -> bytes.admit(account, 400)).doesNotThrowAnyException();
        assertThatCode(() -> bytes.admit(other, 1_000)).doesNotThrowAnyException();
    }

    @Test
    void addWhatWasCountedToWhatHasGrownSince() {
        profiles.bytes = 999;
        bytes.admit(account, 0);

        bytes.countAll();

        assertThatCode(() -> bytes.admit(account, 1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> bytes.admit(account, 1)).isInstanceOf(QuotaReached.class);
    }

    @Test
    void neverRefuseAWriteThatShrinks() {
        profiles.bytes = 5_000;
        bytes.admit(account, 0);
        bytes.countAll();

        assertThatCode(() -> bytes.admit(account, -10)).doesNotThrowAnyException();
        assertThatCode(() -> bytes.admit(account, 0)).doesNotThrowAnyException();
        assertThatThrownBy(() -> bytes.admit(account, 1)).isInstanceOf(QuotaReached.class);
    }

    @Test
    void forgetWhatWasErasedOnceARefusedWriteHasAsked() {
        profiles.bytes = 5_000;
        bytes.admit(account, 0);
        bytes.countAll();
        assertThatThrownBy(() -> bytes.admit(account, 1)).isInstanceOf(QuotaReached.class);

        profiles.bytes = 10;
        clock.advance(Tally.MIN_PAUSE);
        bytes.countAll();

        assertThatCode(() -> bytes.admit(account, 900)).doesNotThrowAnyException();
    }

    @Test
    void countNothingThatNobodyAsksFor() {
        bytes.admit(account, 1);
        bytes.countAll();
        clock.advance(Duration.ofDays(1));

        bytes.countAll();

        assertThat(profiles.counts).isEqualTo(1);
    }

    @Test
    void countSeldomWhileTheQuotaIsFar() {
        bytes.admit(account, 1);
        bytes.countAll();
        bytes.admit(account, 1);
        clock.advance(Tally.MAX_PAUSE.minusMillis(1));
        bytes.countAll();
        assertThat(profiles.counts).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        bytes.countAll();

        assertThat(profiles.counts).isEqualTo(2);
    }

    @Test
    void restAfterASlowCount() {
        profiles.bytes = 900;
        profiles.meanwhile = () -> clock.advance(Duration.ofSeconds(30));
        bytes.admit(account, 0);
        bytes.countAll();
        bytes.admit(account, 0);
        clock.advance(Duration.ofMinutes(9));

        bytes.countAll();

        assertThat(profiles.counts).isEqualTo(1);
    }

    @Test
    void keepWhatGrewWhileItWasCounted() {
        profiles.meanwhile = () -> bytes.admit(account, 400);
        bytes.admit(account, 300);

        bytes.countAll();

        assertThatThrownBy(() -> bytes.admit(account, 601)).hasMessageContaining("has 400");
    }

    @Test
    void goOnWithTheOldCountWhenTheDatabaseIsAway() {
        bytes.admit(account, 900);
        profiles.meanwhile =
                () -> {
                    throw new IllegalStateException("away");
                };

        bytes.countAll();

        assertThatThrownBy(() -> bytes.admit(account, 101)).isInstanceOf(QuotaReached.class);
    }

    @Test
    void areCountedAsAChore() {
        bytes.admit(account, 1);

        bytes.run();

        assertThat(profiles.counts).isEqualTo(1);
        assertThat(bytes.every()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void areNotCountedWithoutAQuota() {
        bytes.settings = QuotaMother.with("bytes", "0");
        bytes.admit(account, 1);

        bytes.run();

        assertThat(profiles.counts).isZero();
    }

    /** What features would report. */
    private static final class Held {

        private long bytes;
        private int counts;
        private Runnable meanwhile = () -> {};

        long count() {
            counts++;
            meanwhile.run();
            return bytes;
        }
    }
}
