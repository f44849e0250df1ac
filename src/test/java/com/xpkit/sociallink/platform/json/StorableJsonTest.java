package com.xpkit.sociallink.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.error.InvalidFields;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorableJsonTest {

    private static final String TOO_LARGE =
            "holds a number with too many digits or too large an exponent";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'a':null,'b':[true,[]],'':{'c':'\\t\\u0001\\u007f\\u2028'}}",
                "{'a':'🐼\\ud83d\\udc3c','🐼':1}",
                "{'a':[0,-0,1e1000000,1e-1000000,-1.5E+9]}"
            })
    void takesWhatComesBackAsItWas(String json) {
        assertThatCode(() -> check(json)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud83d", "\\udc3c\\ud83d", "\\ud83dx"})
    void refusesTextsThatNoDatabaseCanStore(String text) {
        var reason = "holds NUL or half of a surrogate pair";

        assertThat(faults("{'a':'" + text + "'}")).containsExactlyEntriesOf(Map.of("a", reason));
        assertThat(faults("{'a':{'b':[1,[{'c':'" + text + "'}]]}}"))
                .containsExactlyEntriesOf(Map.of("a.b.c", reason));
    }

    @ParameterizedTest
    @CsvSource({"x\\u0000y, x?y", "\\ud83d, ?", "\\udc3c\\ud83d, ??", "\\u0000, ?"})
    void refusesNamesThatNoDatabaseCanStore(String name, String shown) {
        var reason = "has a name with NUL or half of a surrogate pair";

        assertThat(faults("{'" + name + "':1}")).containsExactlyEntriesOf(Map.of(shown, reason));
        assertThat(faults("{'a':[{'b':{'" + name + "':1}}]}"))
                .containsExactlyEntriesOf(Map.of("a.b." + shown, reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000001", "1e-1000001", "-1E+99999999"})
    void refusesNumbersWithTooLargeAnExponent(String number) {
        assertThat(faults("{'a':{'b':" + number + "}}"))
                .containsExactlyEntriesOf(Map.of("a.b", TOO_LARGE));
    }

    /** A parser with a limit of 1,100 characters would refuse 1.777…E+1195, as this one is written. */
    @Test
    void refusesNumbersThatNoParserReadsAgain() {
        assertThat(faults("{'a':[1," + "7".repeat(1_097) + "e99]}"))
                .containsExactlyEntriesOf(Map.of("a", TOO_LARGE));
        assertThatCode(() -> check("{'a':" + "7".repeat(1_000) + "}")).doesNotThrowAnyException();
    }

    @Test
    void cutsALongPathShort() {
        assertThat(faults("{'" + "x".repeat(500) + "':'\\u0000'}"))
                .containsOnlyKeys("x".repeat(100) + "…");
    }

    @Test
    void takesNamesOfUpTo255Characters() {
        assertThatCode(() -> check("{'" + "x".repeat(255) + "':1}")).doesNotThrowAnyException();
        assertThat(faults("{'a':[{'" + "x".repeat(256) + "':1}]}"))
                .containsExactlyEntriesOf(
                        Map.of(
                                "a." + "x".repeat(98) + "…",
                                "has a name of more than 255 characters (sociallink.limits.name)"));
    }

    @Test
    void takesPathsOfUpTo1000Characters() {
        var level = "{'" + "x".repeat(99) + "':";

        assertThatCode(() -> check(level.repeat(10) + "0" + "}".repeat(10)))
                .as("10 names of 99 characters and 9 dots")
                .doesNotThrowAnyException();
        assertThat(faults(level.repeat(10) + "[{'y':0}]" + "}".repeat(10)))
                .containsExactlyEntriesOf(
                        Map.of(
                                "x".repeat(99) + ".…",
                                "has a path of more than 1000 characters (sociallink.limits.path)"));
    }

    @Test
    void cutsNoSurrogatePairInHalf() {
        assertThat(faults("{'" + "x".repeat(99) + "🐼".repeat(99) + "':1}"))
                .containsOnlyKeys("x".repeat(99) + "…");
    }

    private static void check(String json) {
        new StorableJson(255, 1_000).check(JsonMother.document(json).json());
    }

    private static Map<String, String> faults(String json) {
        var refused = catchThrowableOfType(InvalidFields.class, () -> check(json));
        assertThat(refused).as("a refusal of %s", json).isNotNull();
        return refused.fields();
    }
}
