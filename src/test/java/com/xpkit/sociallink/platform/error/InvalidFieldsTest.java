package com.xpkit.sociallink.platform.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvalidFieldsTest {

    @Test
    void nameEachFault() {
        var refused = new InvalidFields(Map.of("b", "is unknown", "a", "is missing"));

        assertThat(refused).hasMessage("a is missing; b is unknown.");
        assertThat(refused.fields()).hasSize(2);
    }

    @Test
    void nameTwentyOfThousandsAndCountTheOthers() {
        var refused = new InvalidFields(faults(2_000));

        assertThat(refused.fields()).hasSize(20).containsEntry("m0", "is unknown");
        assertThat(refused).hasMessageEndingWith("; and 1980 more.");
        assertThat(refused.getMessage()).hasSizeLessThan(500);
    }

    @Test
    void nameAllTwentyOfTwenty() {
        assertThat(new InvalidFields(faults(20))).message().doesNotContain("more");
        assertThat(new InvalidFields(faults(21))).hasMessageEndingWith("; and 1 more.");
    }

    @Test
    void cutLongNames() {
        var refused = new InvalidFields(Map.of("x".repeat(400_000), "is unknown"));

        assertThat(refused.fields()).containsOnlyKeys("x".repeat(100) + "…");
        assertThat(refused).hasMessage("x".repeat(100) + "… is unknown.");
    }

    @Test
    void treatNamesThatBeginTheSameAsOne() {
        var refused =
                new InvalidFields(
                        Map.of("x".repeat(200), "is unknown", "x".repeat(201), "is unknown"));

        assertThat(refused.fields()).hasSize(1);
    }

    @Test
    void cutNoCharacterInTwo() {
        assertThat(Quote.of("x".repeat(99) + "😀😀")).isEqualTo("x".repeat(99) + "…");
        assertThat(Quote.of("x".repeat(98) + "😀")).isEqualTo("x".repeat(98) + "😀");
    }

    @Test
    void boundAConflictToo() {
        var refused = new Conflict(faults(2_000));

        assertThat(refused.fields()).hasSize(20);
        assertThat(refused).hasMessageEndingWith("; and 1980 more.");
    }

    private static Map<String, String> faults(int number) {
        var faults = new LinkedHashMap<String, String>();
        IntStream.range(0, number).forEach(i -> faults.put("m" + i, "is unknown"));
        return faults;
    }
}
