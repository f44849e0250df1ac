package com.xpkit.sociallink.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.error.InvalidFields;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListRequestTest {

    private static final String ID = "01990000-0000-7000-8000-000000000000";

    @Test
    void listsFiftyFromTheBeginningUnlessToldOtherwise() {
        var request =
                ListRequest.of(
                        new MultivaluedHashMap<>(), ListingMother.FIELDS, ListingMother.LIMITS);

        assertThat(request.limit()).isEqualTo(50);
        assertThat(request.page()).isEqualTo(1);
        assertThat(request.token()).isEmpty();
        assertThat(request.conditions()).isEmpty();
        assertThat(request.account()).isNull();
        assertThat(request.query()).isEmpty();
        assertThat(request.order().signature()).isEqualTo("created+,resource_id+");
    }

    @Test
    void namesEveryUnknownParameter() {
        assertThat(faults("color=red&x__color=red&shape__in=a|b"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "color", "is unknown",
                                "x__color", "is unknown",
                                "shape__in", "is unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"__in", "__gt", "name__", "name__like", "Name", "e.name", "name "})
    void knowsNamesExactly(String name) {
        assertThat(faults(name + "=x")).containsOnlyKeys(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=a&name=b", "x__limit=1&x__limit=2", "account_id=a&account_id=b"})
    void refusesAParameterThatIsGivenTwice(String query) {
        assertThat(faults(query)).containsValue("is given more than once").hasSize(1);
    }

    @Test
    void treatsEmptyOptionsAsNotSet() {
        var request =
                ListingMother.request(
                        "x__limit=&x__page=&x__order_by=&x__token=&x__query=&x__anything=");

        assertThat(request.limit()).isEqualTo(50);
        assertThat(request.page()).isEqualTo(1);
    }

    @Test
    void filtersByEmptyTextToo() {
        assertThat(ListingMother.request("name=").conditions())
                .containsExactly(condition(ListingMother.NAME, Operator.EQUAL, ""));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "500, 500", "50, 50"})
    void takesLimitsUpTo500(String text, int limit) {
        assertThat(ListingMother.request("x__limit=" + text).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "1.5", "x", "01", " 1", "99999999999", "٣"})
    void namesALimitThatIsNotOne(String text) {
        assertThat(faults("x__limit=" + text))
                .containsExactlyEntriesOf(Map.of("x__limit", "must be a number from 1 to 500"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000001", "x"})
    void namesAPageThatIsNotOne(String text) {
        assertThat(faults("x__page=" + text))
                .containsExactlyEntriesOf(Map.of("x__page", "must be a number from 1 to 1000000"));
    }

    @Test
    void takesPagesUpToAMillion() {
        assertThat(ListingMother.request("x__page=1000000").page()).isEqualTo(1_000_000);
    }

    @Test
    void readsSeveralValuesWithBars() {
        assertThat(ListingMother.request("name__in=a|b||c").conditions())
                .containsExactly(condition(ListingMother.NAME, Operator.IN, "a", "b", "", "c"));
        assertThat(ListingMother.request("name__ne=a|b").conditions())
                .containsExactly(condition(ListingMother.NAME, Operator.NOT_EQUAL, "a", "b"));
    }

    @Test
    void readsABarInAPlainFilterAsItself() {
        assertThat(ListingMother.request("name=a|b").conditions())
                .containsExactly(condition(ListingMother.NAME, Operator.EQUAL, "a|b"));
    }

    @Test
    void takesNoMoreThan500Values() {
        assertThat(ListingMother.request("name__in=" + "a|".repeat(499) + "a").conditions())
                .hasSize(1);
        assertThat(faults("name__in=" + "a|".repeat(500) + "a")).containsOnlyKeys("name__in");
    }

    @Test
    void readsTimestampsWithTheirOffset() {
        var conditions = ListingMother.request("created__gte=2026-01-02T03:04:05+01:00");

        assertThat(conditions.conditions().get(0).values())
                .containsExactly(Instant.parse("2026-01-02T02:04:05Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-01-02T03:04:05",
                "2026-02-30",
                "2026-13-02T03:04:05Z",
                "",
                "+999999999-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z"
            })
    void namesATimestampThatIsNotOne(String text) {
        assertThat(faults("created__gt=" + text))
                .containsOnlyKeys("created__gt")
                .containsEntry("created__gt", Moment.TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name__like", "name__", "size__GT", "x.y__zz", "name__gt_"})
    void namesAnOperatorThatDoesNotExist(String name) {
        assertThat(faults(name + "=a"))
                .containsExactlyEntriesOf(
                        Map.of(
                                name,
                                "ends in an unknown operator; there are"
                                        + " __in, __ne, __gt, __gte, __lt, __lte"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"created__up", "created__", "created__gte", "name__DESC"})
    void namesADirectionThatDoesNotExist(String order) {
        assertThat(faults("x__order_by=" + order))
                .containsExactlyEntriesOf(
                        Map.of(
                                "x__order_by",
                                "names " + order + ", which ends in neither __asc nor __desc"));
    }

    @Test
    void saysWhatIsWrongWithAValue() {
        assertThat(faults("size=x")).containsValue("must be a whole number of up to nine digits");
        assertThat(faults("name=\0")).containsValue("holds a character that no text can hold");
        assertThat(faults("tags=\0")).containsValue("holds a character that no text can hold");
        assertThat(faults("name__in=" + "a|".repeat(500) + "a"))
                .containsValue("has more than 500 values (sociallink.limits.condition-values)");
    }

    @Test
    void namesATextThatNoDatabaseCanStore() {
        assertThat(faults("name=a\0b")).containsOnlyKeys("name");
        assertThat(faults("x__query=a\0b")).containsOnlyKeys("x__query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "", "12345678901", "٣"})
    void namesANumberThatIsNotOne(String text) {
        assertThat(faults("size__gt=" + text)).containsOnlyKeys("size__gt");
    }

    @Test
    void ordersBySeveralFields() {
        var order = ListingMother.request("x__order_by=created__desc|name").order();

        assertThat(order.signature()).isEqualTo("created-,name+,resource_id+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"color", "created__up", "|", "name|", "created__desc__asc"})
    void namesAnUnknownFieldInTheOrder(String order) {
        assertThat(faults("x__order_by=" + order)).containsOnlyKeys("x__order_by");
    }

    @Test
    void cutsWhatItQuotes() {
        var name = "x".repeat(5_000);

        assertThat(faults("x__order_by=" + name))
                .containsEntry("x__order_by", "names the unknown field " + "x".repeat(100) + "…");
        assertThat(faults("x__order_by=" + name + "__up").get("x__order_by")).hasSizeLessThan(200);
        assertThat(faults(name + "=1")).containsOnlyKeys("x".repeat(100) + "…");
    }

    @Test
    void namesAnOrderThatContainsAFieldTwice() {
        assertThat(faults("x__order_by=name|name__desc"))
                .containsExactlyEntriesOf(Map.of("x__order_by", "names a field twice"));
    }

    @Test
    void takesATokenOfItsOwnOrderOnly() {
        var byName = ListingMother.request("x__order_by=name").order();
        var token = new PageToken(3, false, byName.signature(), List.of("a", ID)).text();

        var request = ListingMother.request("x__order_by=name&x__token=" + token);

        assertThat(request.page()).isEqualTo(3);
        assertThat(faults("x__token=" + token))
                .containsEntry("x__token", "is of a list in another order");
    }

    @Test
    void takesTheOrderAndTheTokenInAnySequence() {
        var byName = ListingMother.request("x__order_by=name").order();
        var token = new PageToken(3, false, byName.signature(), List.of("a", ID)).text();

        assertThat(ListingMother.request("x__token=" + token + "&x__order_by=name").page())
                .isEqualTo(3);
    }

    @Test
    void namesATokenThatIsNotOne() {
        assertThat(faults("x__token=abc"))
                .containsEntry("x__token", "is no page token of this list");
    }

    @Test
    void givesTheQueryAsItCame() {
        assertThat(ListingMother.request("x__query=ÄpFel").query()).isEqualTo("ÄpFel");
    }

    @Test
    void searchesForAThousandCharactersAtMost() {
        var longest = "x__query=" + "😀".repeat(1_000);

        assertThat(ListingMother.request(longest).query()).hasSize(2_000);
        assertThat(faults(longest + "x"))
                .containsExactlyEntriesOf(
                        Map.of(
                                "x__query",
                                "is longer than 1000 characters (sociallink.limits.query)"));
    }

    @Test
    void givesTheAccountAsItCame() {
        assertThat(ListingMother.request("account_id=7").account()).isEqualTo("7");
    }

    private static Condition condition(Field field, Operator operator, Object... values) {
        return new Condition(field, operator, List.of(values));
    }

    private static Map<String, String> faults(String query) {
        var refused = catchThrowableOfType(InvalidFields.class, () -> ListingMother.request(query));
        assertThat(refused).as("the refusal of " + query).isNotNull();
        return refused.fields();
    }
}
