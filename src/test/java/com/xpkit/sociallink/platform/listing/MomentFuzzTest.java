package com.xpkit.sociallink.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.fuzz.Fuzz;
import com.xpkit.sociallink.fuzz.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MomentFuzzTest {

    @Test
    void readsATimeOrNothing() {
        Fuzz.check(
                "moment",
                choices ->
                        Texts.tampered(
                                choices,
                                choices.of(
                                        "2026-01-02T03:04:05.123456789+08:00",
                                        "2026-01-02T03:04Z",
                                        "2026-01-02T03:04:05 0800",
                                        "2026-01-02",
                                        "+12026-01-02T03:04:05Z",
                                        "-0001-12-31T23:59:59-18:00")),
                text -> {
                    Moment.asked(text).ifPresent(MomentFuzzTest::isReadAgain);
                    Moment.written(text).ifPresent(MomentFuzzTest::isReadAgain);
                });
    }

    private static void isReadAgain(Instant moment) {
        var year = moment.atOffset(ZoneOffset.UTC).getYear();
        assertThat(year).isBetween(-10_000, 10_000);
        if (Math.abs(year) < 10_000) {
            assertThat(Moment.asked(moment.toString())).contains(moment);
        }
    }
}
