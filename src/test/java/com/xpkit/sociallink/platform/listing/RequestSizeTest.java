package com.xpkit.sociallink.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.error.Refusal;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of a request as a whole. */
class RequestSizeTest {

    /** Accepts any name, and fails when a field is asked for. */
    private static final Fields UNASKED =
            Fields.of()
                    .orElse(
                            name -> {
                                throw new AssertionError("A field was resolved: " + name);
                            },
                            search -> "");

    private static final Fields ANY =
            Fields.of().orElse(name -> Optional.of(Field.text(name, "e." + name)), search -> "");

    @Test
    void takesFiftyConditions() {
        assertThat(request(conditions(50), ANY).conditions()).hasSize(50);
        assertThat(request(conditions(50) + "&account_id=7&x__limit=5", ANY).conditions())
                .hasSize(50);
    }

    @Test
    void refusesMoreConditionsBeforeItResolvesAny() {
        assertThatThrownBy(() -> request(conditions(2_000), UNASKED))
                .isInstanceOf(TooManyConditions.class)
                .hasMessage(
                        "The list has 2000 conditions; at most 50 are allowed"
                                + " (sociallink.limits.conditions).");
    }

    @Test
    void takes500ValuesInAdditionToConditionsWithOneValue() {
        var query = "openid__in=" + values(500) + "&created__gte=2026-01-01&gender=Male&x=a|b";

        assertThat(request(query, ANY).conditions()).hasSize(4);
    }

    @Test
    void refusesMoreValuesOfAllConditionsTogetherBeforeItResolvesAField() {
        var query = "a__in=" + values(300) + "&b__ne=" + values(201);

        assertThat(faults(query, UNASKED))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "a__in",
                                "has 300 values; all conditions together may have 500 (sociallink.limits.condition-values)",
                                "b__ne",
                                "has 201 values; all conditions together may have 500 (sociallink.limits.condition-values)"));
    }

    @Test
    void takesTenSortKeysInAnyPlaceOfATotalOrder() {
        var order = request("x__order_by=" + keys(10), ANY).order();

        assertThat(order.keys()).hasSize(11);
    }

    @Test
    void refusesMoreSortKeysBeforeItResolvesAny() {
        assertThat(faults("x__order_by=" + keys(11), UNASKED))
                .containsExactlyEntriesOf(
                        Map.of(
                                "x__order_by",
                                "names more than 10 fields (sociallink.limits.sort-keys)"));
        assertThat(faults("x__order_by=" + keys(450), UNASKED)).containsOnlyKeys("x__order_by");
    }

    @ParameterizedTest
    @CsvSource({
        "sociallink.limits.conditions, a=1&b=1",
        "sociallink.limits.condition-values, a__in=1|2",
        "sociallink.limits.sort-keys, x__order_by=a|b",
        "sociallink.limits.query, x__query=ab"
    })
    void takesEachLimitFromItsSetting(String key, String query) {
        assertThat(refusal(query, ANY, limits("1", key))).isNotNull();
        assertThat(refusal(query, ANY, limits("2", key))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "sociallink.limits.conditions, 201",
        "sociallink.limits.condition-values, 5001",
        "sociallink.limits.sort-keys, 51",
        "sociallink.limits.query, 2001"
    })
    void refusesASettingThatIsTooLarge(String key, String value) {
        assertThatThrownBy(() -> limits(value, key))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(key);
        assertThatThrownBy(() -> limits("0", key)).isInstanceOf(InvalidSetting.class);
    }

    private static String conditions(int number) {
        return numbered("m%d=a", "&", number);
    }

    private static String values(int number) {
        return numbered("v%d", "|", number);
    }

    private static String keys(int number) {
        return numbered("k%d__desc", "|", number);
    }

    private static String numbered(String each, String between, int number) {
        return IntStream.range(0, number)
                .mapToObj(each::formatted)
                .collect(Collectors.joining(between));
    }

    private static ListRequest request(String query, Fields fields) {
        return ListingMother.request(query, fields, ListingMother.LIMITS);
    }

    private static Map<String, String> faults(String query, Fields fields) {
        var refused = refusal(query, fields, ListingMother.LIMITS);
        assertThat(refused).isInstanceOf(InvalidFields.class);
        return refused.fields();
    }

    private static Refusal refusal(String query, Fields fields, ListRequestSettings limits) {
        return catchThrowableOfType(
                Refusal.class, () -> ListingMother.request(query, fields, limits));
    }

    private static ListRequestSettings limits(String value, String key) {
        return new ListRequestSettings(SettingsMother.with(key, value));
    }
}
