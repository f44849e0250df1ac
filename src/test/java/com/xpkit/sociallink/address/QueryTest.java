package com.xpkit.sociallink.address;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    @ParameterizedTest
    @CsvSource({
        "a=1, 1",
        "b=2&a=1&c, 1",
        "a=, ''",
        "a, ''",
        "&&a=1&, 1",
        "a=b=c, b=c",
        "a=x+y%2B%20z, x+y+ z",
        "%61=1, 1",
        "a=%E5%B9%BF%E5%B7%9E, 广州",
        "a=%EF%BF%BD, \ufffd",
        "a=100%, 100%",
        "a=%zz%4%41, %zz%4A",
        "a=$1%5C%24, $1\\$",
        "a=x?y, x?y"
    })
    void givesTheDecodedValueOfAParameter(String raw, String value) {
        // what CSV cannot contain: a plus sign that means a space
        assertThat(Query.of(raw).single("a")).hasValue(value.replace("x+y+ z", "x y+ z"));
        assertThat(Query.of(raw).has("a")).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"&", "=", "A=1", "ab=1", "b=a", "a%=1", "%B9=1"})
    void knowsWhatIsNotThere(String raw) {
        assertThat(Query.of(raw).has("a")).isFalse();
        assertThat(Query.of(raw).single("a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1&a=1",
                "a&a",
                "a=1&%61=2",
                "a=%B9%E3",
                "a=%E5%B9",
                "a=x%ffy",
                "a=%ED%A0%80"
            })
    void givesNoValueOfWhatIsThereTwiceOrNotUtf8(String raw) {
        assertThat(Query.of(raw).has("a")).isTrue();
        assertThat(Query.of(raw).single("a")).isEmpty();
    }

    /** As servers pass them on: each byte as a character. */
    @Test
    void readsBytesThatWereNotEscapedAsIfTheyWere() {
        var utf8 = new String("a=é广".getBytes(UTF_8), ISO_8859_1);
        var latin1 = "a=é";

        assertThat(Query.of(utf8).single("a")).hasValue("é广");
        assertThat(Query.of(latin1).single("a")).isEmpty();
    }

    @Test
    void readsANameAsFarAsItCan() {
        assertThat(Query.of("x%B9y+z=1").parameters())
                .extracting(QueryParameter::name)
                .containsExactly("x\ufffdy z");
        assertThat(Query.of("%B9=1").parameters().get(0).isNamed("\ufffd")).isFalse();
    }

    @Test
    void saysNothingAboutItsContents() {
        assertThat(Query.of("code=secret").toString() + Query.of("code=secret").parameters())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%41", "%", "&", "=", "a=%B9&", "%E5%B9%BF", "+"})
    void isNotSlowedDownByLongRepetitions(String piece) {
        assertTimeoutPreemptively(
                ofSeconds(2),
                () -> {
                    var query = Query.of("a=" + piece.repeat(32_000 / piece.length()));
                    for (int i = 0; i < 20; i++) {
                        query.single("a");
                    }
                });
    }
}
