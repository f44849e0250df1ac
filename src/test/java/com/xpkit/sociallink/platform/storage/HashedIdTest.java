package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashedIdTest {

    /** SHA-256 of "abc" is ba7816bf 8f01cfea 414140de 5dae2223 …; version, variant and the bit for MariaDB take seven bits. */
    @Test
    void isTheBeginningOfTheHash() {
        assertThat(HashedId.of("abc")).hasToString("ba7816bf-8f01-8fea-a828-281bcbb5c444");
    }

    @Test
    void isAlwaysAValidUuid() {
        assertThat(IntStream.range(0, 1_000).mapToObj(String::valueOf).map(HashedId::of))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.version() == 8 && id.variant() == 2)
                .allMatch(id -> "ab".indexOf(id.toString().charAt(19)) >= 0);
    }
}
