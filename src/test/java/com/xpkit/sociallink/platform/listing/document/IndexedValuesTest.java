package com.xpkit.sociallink.platform.listing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.xpkit.sociallink.platform.json.JsonMother;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexedValuesTest {

    @Test
    void findsAValueOfEachType() {
        assertThat(values("{'a':null,'b':true,'c':false,'d':7,'e':'x'}"))
                .containsExactly(
                        IndexedValue.ofNull("a"),
                        IndexedValue.of("b", true),
                        IndexedValue.of("c", false),
                        IndexedValue.of("d", new BigDecimal("7")),
                        IndexedValue.of("e", "x"));
    }

    @Test
    void joinsTheNamesOnTheWayWithDots() {
        assertThat(values("{'car':{'wheel':{'size':17}},'car.colour':'red'}"))
                .containsExactly(
                        IndexedValue.of("car.wheel.size", new BigDecimal("17")),
                        IndexedValue.of("car.colour", "red"));
    }

    @Test
    void givesElementsThePathOfTheirArray() {
        assertThat(values("{'tags':['a',['b']],'pets':[{'name':'Mo'},{'name':'Jo'}]}"))
                .containsExactly(
                        IndexedValue.of("tags", "a"),
                        IndexedValue.of("tags", "b"),
                        IndexedValue.of("pets.name", "Mo"),
                        IndexedValue.of("pets.name", "Jo"));
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
                        IndexedValue.of("met", time),
                        IndexedValue.instantOf("met", time).orElseThrow());
    }

    /** One hash of the path for each value would read 4 GB. */
    @Test
    void shortensALongPathOnceForAllItsValues() {
        var name = "x".repeat(100_000);
        var many = String.join(",", Collections.nCopies(40_000, "7"));

        var values =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(3), () -> values("{'" + name + "':[" + many + "]}"));

        assertThat(values).containsExactly(IndexedValue.of(name, new BigDecimal("7")));
    }

    /** In Java, Aa and BB and all texts made of them have the same hash. */
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

    private static Set<IndexedValue> values(String json) {
        return IndexedValues.of(JsonMother.document(json).json());
    }
}
