package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashedIdTest {

    /** SHA-256 of "abc" is ba7816bf 8f01cfea 414140de 5dae2223 …; version and variant take six bits. */
    @Test
    void isTheBeginningOfTheHash() {
        assertThat(HashedId.of("abc"))
                .hasToString("ba7816bf-8f01-8fea-9050-503797 6b8888".replace(" ", ""));
    }

    @Test
    void isAlwaysAValidUuid() {
        assertThat(IntStream.range(0, 1_000).mapToObj(String::valueOf).map(HashedId::of))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.version() == 8 && id.variant() == 2);
    }
}
