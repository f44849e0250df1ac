package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {

    /** The example of RFC 9562, appendix A.6. */
    private static final Instant OF_THE_RFC = Instant.parse("2022-02-22T19:22:22Z");

    @Test
    void isTheExampleOfTheRfcForItsTimeAndItsRandomBits() {
        assertThat(TimeOrderedId.at(OF_THE_RFC, bits(0xCC3, 0x18C4_DC0C_0C07_398FL << 2)))
                .isEqualTo(UUID.fromString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
    }

    @Test
    void hasTheVersionAndTheVariantWhateverTheRandomBits() {
        var ids =
                Stream.of(bits(0, 0), bits(0xFFF, -1), bits(0x800, Long.MIN_VALUE))
                        .map(random -> TimeOrderedId.at(OF_THE_RFC, random));

        assertThat(ids)
                .allSatisfy(
                        id -> {
                            assertThat(id.version()).isEqualTo(7);
                            assertThat(id.variant()).isEqualTo(2);
                        });
    }

    @Test
    void sortsByTheMillisecond() {
        var later = TimeOrderedId.at(OF_THE_RFC.plusMillis(1), bits(0, 0));
        var earlier = TimeOrderedId.at(OF_THE_RFC, bits(0xFFF, -1));

        assertThat(earlier.toString()).isLessThan(later.toString());
    }

    @Test
    void isNeverBeforeTheFirstOfItsMoment() {
        var first = TimeOrderedId.firstAt(OF_THE_RFC).toString();

        assertThat(TimeOrderedId.at(OF_THE_RFC, bits(0, 0))).hasToString(first);
        assertThat(TimeOrderedId.at(OF_THE_RFC.minusMillis(1), bits(0xFFF, -1)).toString())
                .isLessThan(first);
    }

    @Test
    void isAnotherOneEachTime() {
        assertThat(Stream.generate(() -> TimeOrderedId.at(OF_THE_RFC)).limit(1_000))
                .doesNotHaveDuplicates();
    }

    private static RandomGenerator bits(int first, long rest) {
        return new Random() {
            @Override
            public int nextInt(int bound) {
                return first;
            }

            @Override
            public long nextLong() {
                return rest;
            }
        };
    }
}
