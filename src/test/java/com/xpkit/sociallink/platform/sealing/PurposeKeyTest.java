package com.xpkit.sociallink.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurposeKeyTest {

    private static final String SECRET = "a-secret-key-of-at-least-32-letters";

    /** Known answers from another implementation of RFC 5869 that passes the RFC's test case 3. */
    @ParameterizedTest
    @CsvSource({
        "FLOW, 244ca19b, a21a66800e11831fa2046f7b177c7199d4cd3119720a1ef4920f0c385734673d",
        "ACCESS_TOKEN, 94b312cf, 4a7735a3eb335b37c5105e9ae0f247052a0c43ff3ff58c3cece2e835ee44d438",
        "APP_SECRET, 1fff79a1, 7341029d1473fe5681339b9b27237581619c584ef751c03cf090dc63a72a399d"
    })
    void isWhatHkdfMakesOfTheSecret(Purpose purpose, String id, String key) {
        var made = PurposeKey.of(SECRET, purpose);

        assertThat(HexFormat.of().formatHex(made.id())).isEqualTo(id);
        assertThat(HexFormat.of().formatHex(made.secret().getEncoded())).isEqualTo(key);
    }

    @Test
    void showsNothingWhenPrinted() {
        assertThat(PurposeKey.of(SECRET, Purpose.FLOW)).hasToString("PurposeKey");
    }
}
