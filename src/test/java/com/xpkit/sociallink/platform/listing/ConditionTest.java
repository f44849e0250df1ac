package com.xpkit.sociallink.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    @ParameterizedTest
    @CsvSource({
        "name, (e.name = :p0)",
        "name__gt, (e.name > :p0)",
        "name__gte, (e.name >= :p0)",
        "name__lt, (e.name < :p0)",
        "name__lte, (e.name <= :p0)",
        "name__in, (e.name = :p0)",
        "name__ne, not (e.name = :p0)",
        "tags, (exists (select t from Tag t where t.of = e and t.name = :p0))",
        "tags__ne, not (exists (select t from Tag t where t.of = e and t.name = :p0))",
        "tags__gt, (exists (select t from Tag t where t.of = e and t.name > :p0))"
    })
    void becomesJpqlWithoutAnyValue(String parameter, String jpql) {
        assertThat(jpql(parameter + "=' or 1=1 --")).isEqualTo(jpql);
    }

    @Test
    void holdsForAnyOfSeveralValues() {
        assertThat(jpql("name__in=a|b")).isEqualTo("(e.name in (:p0, :p1))");
    }

    @Test
    void holdsForNoneOfSeveralValues() {
        assertThat(jpql("name__ne=a|b")).isEqualTo("not (e.name in (:p0, :p1))");
    }

    @ParameterizedTest
    @CsvSource({
        "name, EQUAL, name",
        "name__in, IN, name",
        "name__ne, NOT_EQUAL, name",
        "name__gt, GREATER, name",
        "name__gte, GREATER_OR_EQUAL, name",
        "name__lt, LESS, name",
        "name__lte, LESS_OR_EQUAL, name",
        "address.city__in, IN, address.city",
        "name_in, EQUAL, name_in",
        "a__in__ne, NOT_EQUAL, a__in"
    })
    void findsTheOperatorAtTheNamesEnd(String parameter, Operator operator, String field) {
        assertThat(Operator.of(parameter)).isEqualTo(operator);
        assertThat(operator.fieldOf(parameter)).isEqualTo(field);
    }

    /** An alternative that is never true: no database turns it into a join. */
    @Test
    void saysTheSameSeparately() {
        var condition = ListingMother.request("name=a").conditions().get(0);
        var negated = ListingMother.request("name__ne=a").conditions().get(0);

        assertThat(condition.isolatedJpql(ListingMother.parameters()))
                .isEqualTo("((e.name = :p0) or 1 = 0)");
        assertThat(negated.isolatedJpql(ListingMother.parameters()))
                .isEqualTo("(not (e.name = :p0) or 1 = 0)");
    }

    @Test
    void readsAgainWhatAFieldHasWritten() {
        var request = ListingMother.request("created=2026-01-02T03:04:05.678Z");
        var value = request.conditions().get(0).values().get(0);

        assertThat(Fields.CREATED.placed(Fields.CREATED.text(value))).contains(value);
        assertThat(ListingMother.NAME.placed(ListingMother.NAME.text("ä"))).contains("ä");
    }

    @ParameterizedTest
    @CsvSource({
        "size=3, (e.size = :p0)",
        "size__gt=3, (e.size > :p0)",
        "size__in=1|2, '(e.size in (:p0, :p1))'"
    })
    void comparesNumbersAsNumbers(String parameter, String jpql) {
        assertThat(jpql(parameter)).isEqualTo(jpql);
        assertThat(ListingMother.request("size=3").conditions().get(0).values()).containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource({
        "scopes=b, :p0",
        "scopes__gt=a, ':p0,:p1'",
        "scopes__gte=b, ':p0,:p1'",
        "scopes__lt=b, :p0",
        "scopes__in=a|c, ':p0,:p1'"
    })
    void looksForTheKnownWordsThatCompareSo(String parameter, String words) {
        var jpql = jpql(parameter);

        for (var word : words.split(",")) {
            assertThat(jpql)
                    .contains("locate(" + word + ", concat(' ', concat(e.scopes, ' '))) > 0");
        }
        assertThat(jpql).doesNotContain(":p" + words.split(",").length);
    }

    @Test
    void holdsForNothingWhenNoKnownWordComparesSo() {
        assertThat(jpql("scopes=z")).isEqualTo("((1 = 0))");
        assertThat(jpql("scopes__ne=z")).isEqualTo("not ((1 = 0))");
    }

    private static String jpql(String query) {
        List<Condition> conditions = ListingMother.request(query).conditions();
        return conditions.get(0).jpql(new Parameters(Optional.empty()));
    }
}
