package com.xpkit.sociallink.listing.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.xpkit.sociallink.api.JsonMother;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemberValuesTest {

    @Test
    void findsAValueOfEachType() {
        assertThat(values("{'a':null,'b':true,'c':false,'d':7,'e':'x'}"))
                .containsExactly(
                        MemberValue.ofNull("a"),
                        MemberValue.of("b", true),
                        MemberValue.of("c", false),
                        MemberValue.of("d", new BigDecimal("7")),
                        MemberValue.of("e", "x"));
    }

    @Test
    void joinsTheNamesOnTheWayWithDots() {
        assertThat(values("{'car':{'wheel':{'size':17}},'car.colour':'red'}"))
                .containsExactly(
                        MemberValue.of("car.wheel.size", new BigDecimal("17")),
                        MemberValue.of("car.colour", "red"));
    }

    @Test
    void givesElementsThePathOfTheirArray() {
        assertThat(values("{'tags':['a',['b']],'pets':[{'name':'Mo'},{'name':'Jo'}]}"))
                .containsExactly(
                        MemberValue.of("tags", "a"),
                        MemberValue.of("tags", "b"),
                        MemberValue.of("pets.name", "Mo"),
                        MemberValue.of("pets.name", "Jo"));
    }

    @Test
    void findsEachValueOnce() {
        assertThat(values("{'tags':['a','b','a'],'sizes':[5,5.0,50e-1]}")).hasSize(3);
    }

    @Test
    void findsATimestampTwice() {
        var time = "2026-01-02T03:04:05Z";

        assertThat(values("{'met':'" + time + "'}"))
                .containsExactly(
                        MemberValue.of("met", time),
                        MemberValue.instantOf("met", time).orElseThrow());
    }

    /** A hash of the path for each of them would be one of 4 GB. */
    @Test
    void shortensALongPathOnceForAllItsValues() {
        var name = "x".repeat(100_000);
        var many = String.join(",", Collections.nCopies(40_000, "7"));

        var values =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(3), () -> values("{'" + name + "':[" + many + "]}"));

        assertThat(values).containsExactly(MemberValue.of(name, new BigDecimal("7")));
    }

    /** Java gives Aa and BB, and whatever is made of them, one hash. */
    @Test
    void findsValuesOfOneHashQuickly() {
        var texts =
                IntStream.range(0, 1 << 14)
                        .mapToObj(i -> String.format("%14s", Integer.toBinaryString(i)))
                        .map(bits -> bits.replaceAll("[ 0]", "Aa").replace("1", "BB"))
                        .collect(Collectors.joining("','", "'", "'"));

        var values =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(3), () -> values("{'a':[" + texts + "]}"));

        assertThat(values).hasSize(1 << 14);
    }

    @Test
    void findsNothingInWhatIsEmpty() {
        assertThat(values("{}")).isEmpty();
        assertThat(values("{'a':{},'b':[],'c':[[],{}]}")).isEmpty();
    }

    private static Set<MemberValue> values(String json) {
        return MemberValues.of(JsonMother.document(json).json());
    }
}
