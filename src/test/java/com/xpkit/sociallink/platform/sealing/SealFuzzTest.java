package com.xpkit.sociallink.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.fuzz.Fuzz;
import com.xpkit.sociallink.fuzz.Texts;
import org.junit.jupiter.api.Test;

class SealFuzzTest {

    private static final byte[] PLAIN = {1, 2, 3, 4, 5, 6, 7};

    private final Seal seal = SealMother.any();
    private final String sealed = seal.seal(Purpose.FLOW, PLAIN);

    @Test
    void opensWhatItHasSealedAndNothingElse() {
        Fuzz.check(
                "seal",
                choices -> Texts.tampered(choices, sealed),
                text ->
                        assertThat(seal.open(Purpose.FLOW, text).isPresent())
                                .isEqualTo(text.equals(sealed)));
    }
}
