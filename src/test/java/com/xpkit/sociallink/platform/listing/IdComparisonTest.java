package com.xpkit.sociallink.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.storage.HashedId;
import com.xpkit.sociallink.platform.storage.TimeOrderedId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdComparisonTest {

    private static final String ID = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";

    private final Parameters parameters = ListingMother.parameters();

    private String jpql(Operator operator, String... texts) {
        return IdComparison.jpql("e.id", operator, List.of((Object[]) texts), parameters);
    }

    @Test
    void findsTheIdThatTheTextIs() {
        assertThat(jpql(Operator.EQUAL, ID)).isEqualTo("e.id = :p0");
        assertThat(ListingMother.values(parameters)).containsExactly(UUID.fromString(ID));
    }

    @Test
    void leavesOutTheTextsThatAreNoIds() {
        assertThat(jpql(Operator.IN, "x", ID, ID.toUpperCase())).isEqualTo("e.id = :p0");
        assertThat(ListingMother.values(parameters)).containsExactly(UUID.fromString(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1-1-1-1-1",
                "017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
                ID + "0",
                "{}"
            })
    void findsNothingForATextThatIsNoId(String text) {
        assertThat(jpql(Operator.EQUAL, text)).isEqualTo("1 = 0");
        assertThat(ListingMother.values(parameters)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 00000000-0000-7000-8000-000000000000",
        "01, 01000000-0000-7000-8000-000000000000",
        "01!, 01000000-0000-7000-8000-000000000000",
        "01:, 01a00000-0000-7000-8000-000000000000",
        "0g, 10000000-0000-7000-8000-000000000000",
        "017F, 017a0000-0000-7000-8000-000000000000",
        "017f22e2_, 017f22e3-0000-7000-8000-000000000000",
        "ffffffff-ffff-4fff, ffffffff-ffff-7000-8000-000000000000",
        "017f22e2-79b0-8, 017f22e2-79b0-8000-a000-000000000000",
        "017f22e2-79b0-8cc3-98c4-dc, 017f22e2-79b0-8cc3-a000-000000000000",
        "017f22e2-79b0-9, 017f22e2-79b1-7000-8000-000000000000",
        "017f22e2-79b0-7cc3-c, 017f22e2-79b0-7cc4-8000-000000000000",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398f, 017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0, 017f22e2-79b0-7cc3-98c4-dc0c0c073990",
    })
    void comparesATextWithTheFirstIdThatIsNotBeforeIt(String text, String next) {
        assertThat(IdComparison.next(text)).contains(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"g", "x", "é", "ffffffff-ffff-9", "ffffffff-ffff-8fff-bfff-ffffffffffff0"})
    void knowsWhenEveryIdIsBeforeAText(String text) {
        assertThat(IdComparison.next(text)).isEmpty();
        assertThat(jpql(Operator.GREATER, text)).isEqualTo("1 = 0");
        assertThat(jpql(Operator.LESS_OR_EQUAL, text)).isEqualTo("1 = 1");
    }

    /** The answer is that of comparing the texts themselves. */
    @ParameterizedTest
    @EnumSource(names = {"GREATER", "GREATER_OR_EQUAL", "LESS", "LESS_OR_EQUAL"})
    void comparesAsTextsDo(Operator operator) {
        var random = new Random(7);
        var ids = ids(random);

        for (var text : texts(ids, random)) {
            var own = ListingMother.parameters();
            var condition = IdComparison.jpql("e.id", operator, List.of(text), own);
            for (var id : ids) {
                assertThat(holds(condition, id, own))
                        .as("%s %s '%s'", id, operator.sign(), text)
                        .isEqualTo(operator.holds(id.compareTo(text)));
            }
        }
    }

    private static List<String> ids(Random random) {
        return IntStream.range(0, 40)
                .mapToObj(
                        i ->
                                i % 2 == 0
                                        ? HashedId.of("" + i)
                                        : TimeOrderedId.at(
                                                Instant.ofEpochMilli(random.nextLong() >>> 16)))
                .map(UUID::toString)
                .toList();
    }

    /** The ids, parts of them, and both with one character changed. */
    private static List<String> texts(List<String> ids, Random random) {
        return ids.stream()
                .flatMap(id -> Stream.of(id, id.substring(0, random.nextInt(37)), id + "!"))
                .flatMap(text -> Stream.of(text, changed(text, random)))
                .toList();
    }

    private static String changed(String text, Random random) {
        var place = random.nextInt(text.length() + 1);
        var character = " -/09:@AFG_afgz~".charAt(random.nextInt(16));
        return text.substring(0, place)
                + character
                + text.substring(Math.min(text.length(), place + 1));
    }

    private static boolean holds(String condition, String id, Parameters parameters) {
        if (condition.startsWith("1 = ")) {
            return condition.equals("1 = 1");
        }
        var comparison = id.compareTo(ListingMother.values(parameters).get(0).toString());
        return switch (condition) {
            case "e.id > :p0" -> comparison > 0;
            case "e.id >= :p0" -> comparison >= 0;
            case "e.id < :p0" -> comparison < 0;
            case "e.id <= :p0" -> comparison <= 0;
            default -> throw new IllegalArgumentException(condition);
        };
    }
}
