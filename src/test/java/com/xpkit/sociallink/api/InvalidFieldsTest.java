package com.xpkit.sociallink.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvalidFieldsTest {

    @Test
    void cutsALongNameShort() {
        var refused = new InvalidFields(Map.of("x".repeat(400_000), "is unknown"));

        var shown = "x".repeat(100) + "…";
        assertThat(refused.fields()).containsExactly(Map.entry(shown, "is unknown"));
        assertThat(refused).hasMessage(shown + " is unknown.");
    }

    @Test
    void namesAHundredOfVeryManyFields() {
        var refused = new InvalidFields(unknown(40_000));

        assertThat(refused.fields()).hasSize(101).containsEntry("…", "stands for 39900 more");
        assertThat(refused.getMessage())
                .hasSizeLessThan(3_000)
                .endsWith("… stands for 39900 more.");
    }

    @Test
    void namesAllOfAHundredFields() {
        assertThat(new InvalidFields(unknown(100)).fields()).isEqualTo(unknown(100));
    }

    private static Map<String, String> unknown(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "member" + i)
                .collect(Collectors.toMap(Function.identity(), name -> "is unknown"));
    }
}
