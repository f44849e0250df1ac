package com.xpkit.sociallink.platform.listing.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.listing.ListingMother;
import com.xpkit.sociallink.platform.listing.Operator;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexedValueFieldTest {

    private static final String FRAME =
            "e.id in (select m.noteId from NoteValue m where m.accountId = :account"
                    + " and m.path = :p%d and %s)";
    private static final IndexedValueRows INDEX =
            IndexedValueRows.forLongLists("NoteValue", "noteId");
    private static final String TIME = "2026-01-02T03:04:05Z";

    @ParameterizedTest
    @EnumSource(names = {"EQUAL", "IN"})
    void looksForTheSpellingsOfAText(Operator operator) {
        var query = query("note", operator, "x");

        assertThat(query.jpql).isEqualTo(FRAME.formatted(1, "m.value = :p0"));
        assertThat(query.values()).containsExactly("sx", "note");
    }

    @ParameterizedTest
    @CsvSource({
        "5, s5 n2",
        "5.0, s5.0 n2",
        "-1e3, s-1e3 n0",
        "0, s0 n1",
        "true, strue b1",
        "false, sfalse b0",
        "null, snull a",
        "True, sTrue",
        "5d, s5d",
        "0x10, s0x10",
        "1., s1.",
        "NaN, sNaN",
        "1e1000000000, s1e1000000000"
    })
    void looksForEveryTypeThatATextCanBe(String text, String spellings) {
        var values = query("note", Operator.EQUAL, text).values();

        var expected = spellings.split(" ");
        assertThat(values).hasSize(expected.length + 1).endsWith("note");
        for (int i = 0; i < expected.length; i++) {
            assertThat((String) values.get(i)).startsWith(expected[i]);
        }
    }

    @Test
    void looksForANumberHoweverItIsSpelled() {
        var five = IndexedValue.number(new BigDecimal("5"));

        assertThat(query("n", Operator.EQUAL, "5.00").values()).contains(five);
        assertThat(query("n", Operator.EQUAL, "0.5e1").values()).contains(five);
    }

    @Test
    void looksForATimestampByItsInstant() {
        assertThat(query("met", Operator.EQUAL, "2026-01-02T11:04:05+08:00").values())
                .contains(IndexedValue.instant(TIME).orElseThrow());
    }

    @Test
    void looksForAnyOfSeveral() {
        var query = query("note", Operator.IN, "x", "7");

        assertThat(query.jpql).isEqualTo(FRAME.formatted(3, "m.value in (:p0, :p1, :p2)"));
        assertThat(query.values())
                .containsExactly("sx", "s7", IndexedValue.number(new BigDecimal(7)), "note");
    }

    @ParameterizedTest
    @CsvSource({
        "GREATER, >, <, t, o, v",
        "GREATER_OR_EQUAL, >=, <, t, o, v",
        "LESS, <, >=, s, n, u",
        "LESS_OR_EQUAL, <=, >=, s, n, u"
    })
    void comparesWithinATypeOnly(
            Operator operator, String sign, String end, String text, String number, String time) {
        var range = "(m.value " + sign + " :p%d and m.value " + end + " :p%d)";
        var query = query("n", operator, "7");

        assertThat(query.jpql)
                .isEqualTo(
                        FRAME.formatted(
                                6,
                                "("
                                        + range.formatted(0, 1)
                                        + " or "
                                        + range.formatted(2, 3)
                                        + " or "
                                        + range.formatted(4, 5)
                                        + ")"));
        assertThat(query.values())
                .containsExactly(
                        "s7",
                        text,
                        IndexedValue.number(new BigDecimal(7)),
                        number,
                        "u7",
                        time,
                        "n");
    }

    @Test
    void comparesATextWithStringsAndWithTimestampsAsTheyWereWritten() {
        assertThat(query("note", Operator.GREATER, "2026").values())
                .contains("s2026", "t", "u2026", "v");
        assertThat(query("note", Operator.GREATER, "x").values())
                .containsExactly("sx", "t", "ux", "v", "note");
    }

    @ParameterizedTest
    @CsvSource({
        "GREATER, >, <, u, >, <, t",
        "GREATER_OR_EQUAL, >=, <, u, >, <, t",
        "LESS, <, >=, t, <=, >=, s",
        "LESS_OR_EQUAL, <=, >=, t, <=, >=, s"
    })
    void comparesATimestampWithInstantsAndDatesOnly(
            Operator operator,
            String sign,
            String end,
            String last,
            String ofDates,
            String endOfDates,
            String lastDate) {
        var query = query("met", operator, TIME);

        assertThat(query.jpql)
                .isEqualTo(
                        FRAME.formatted(
                                4,
                                "((m.value %s :p0 and m.value %s :p1) or (m.value like 's____-__-__' and (m.value %s :p2 and m.value %s :p3)))"
                                        .formatted(sign, end, ofDates, endOfDates)));
        assertThat(query.values())
                .containsExactly(
                        IndexedValue.instant(TIME).orElseThrow(),
                        last,
                        "s2026-01-02",
                        lastDate,
                        "met");
    }

    @ParameterizedTest
    @CsvSource({"GREATER, >", "GREATER_OR_EQUAL, >=", "LESS, <", "LESS_OR_EQUAL, <="})
    void takesADateForItsFirstMoment(Operator operator, String sign) {
        var query = query("met", operator, "2026-01-02");

        assertThat(query.jpql)
                .contains("(m.value " + sign + " :p0 and")
                .contains("(m.value " + sign + " :p2 and");
        assertThat(query.values()).contains(instant("2026-01-02T00:00:00Z"), "s2026-01-02");
    }

    @Test
    void looksForAMomentHoweverItIsStored() {
        assertThat(query("met", Operator.EQUAL, "2026-01-02").values())
                .contains("s2026-01-02", instant("2026-01-02T00:00:00Z"));
        assertThat(query("met", Operator.EQUAL, "2026-01-02T08:00:00 08:00").values())
                .contains("s2026-01-02", instant("2026-01-02T00:00:00Z"));
        assertThat(query("met", Operator.EQUAL, TIME).values())
                .containsExactly("s" + TIME, instant(TIME), "met");
    }

    @Test
    void putsAYearOfFiveDigitsAfterAllDates() {
        var values = query("met", Operator.GREATER, "9999-12-31T23:00:00-18:00").values();

        assertThat((String) values.get(2)).isGreaterThan("s9999-12-31");
    }

    private static String instant(String text) {
        return IndexedValue.instant(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a' or 1=1 --", "a:p0", "a) or (1=1", "m.accountId", "中.🐼", "a\\'b"})
    void writesNoNameAndNoValueIntoTheQuery(String hostile) {
        for (var operator : Operator.values()) {
            var query = query(hostile, operator, hostile);

            assertThat(query.jpql).isEqualTo(query("b", operator, "b").jpql);
            assertThat(query.values()).contains(hostile, "s" + hostile);
        }
    }

    @Test
    void ordersByTheLeastValue() {
        var parameters = ListingMother.parameters();

        var jpql = INDEX.field("a' or 1=1").ordered(parameters);

        assertThat(jpql)
                .isEqualTo(
                        "(select coalesce(min(m.value), '') from NoteValue m where m.noteId = e.id"
                                + " and m.path = :p0)");
        assertThat(ListingMother.values(parameters)).containsExactly("a' or 1=1");
    }

    @Test
    void findsLongNamesAndValuesAsTheyAreStored() {
        var text = "x".repeat(500);

        assertThat(query(text, Operator.EQUAL, text).values())
                .containsExactly(IndexedValue.text('s', text), IndexedValue.path(text));
    }

    @Test
    void takesAnyTextThatADatabaseCanStore() {
        var field = INDEX.field("note");

        assertThat(field.typed("")).contains("");
        assertThat(field.typed("a\u0000b")).isEmpty();
        assertThat(field.placed("sx")).contains("sx");
        assertThat(field.placed("\u0000")).isEmpty();
        assertThat(field.found(path -> path)).isEmpty();
    }

    @Test
    void searchesTheStringsOfAllDocumentsAtOnce() {
        assertThat(INDEX.found(path -> "found(" + path + ")"))
                .contains("m.accountId = :account")
                .contains("m.longText is null and found(substring(m.value, 2))")
                .contains("or found(m.longText)");
    }

    @Test
    void asksEachOfAFewResources() {
        var parameters = ListingMother.parameters();
        var few = IndexedValueRows.forShortLists("NoteValue", "noteId");

        assertThat(few.field("note").matches(Operator.EQUAL, List.of("x"), parameters))
                .isEqualTo(
                        "exists (select m.path from NoteValue m where m.noteId = e.id"
                                + " and m.accountId = :account and m.path = :p1 and m.value = :p0)");
        assertThat(few.field("note").ordered(parameters))
                .isEqualTo(INDEX.field("note").ordered(parameters).replace(":p3", ":p2"));
    }

    @Test
    void asksNothingOfADocumentThatIsNotShownYet() {
        var parameters = ListingMother.parameters();
        var finished =
                IndexedValueRows.forShortLists("NoteValue", "noteId", "e.finished is not null");
        var own = "from NoteValue m where m.noteId = e.id and e.finished is not null and ";

        assertThat(finished.field("note").matches(Operator.EQUAL, List.of("x"), parameters))
                .startsWith("exists (select m.path " + own + "m.accountId = :account");
        assertThat(finished.field("note").ordered(parameters))
                .startsWith("(select coalesce(min(m.value), '') " + own + "m.path = :p2");
        assertThat(finished.found(path -> path)).startsWith("exists (select m.path " + own);
    }

    private static Query query(String name, Operator operator, String... texts) {
        var parameters = ListingMother.parameters();
        var jpql = INDEX.field(name).matches(operator, List.of(texts), parameters);
        return new Query(jpql, ListingMother.values(parameters));
    }

    private record Query(String jpql, List<Object> values) {}
}
