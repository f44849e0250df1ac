package com.xpkit.sociallink.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        "tags, (:p0 member of e.tags)",
        "tags__ne, not (:p0 member of e.tags)"
    })
    void becomesJpqlThatHoldsNoValue(String parameter, String jpql) {
        assertThat(jpql(parameter + "=' or 1=1 --")).isEqualTo(jpql);
    }

    @Test
    void holdsForAnyOfSeveralValues() {
        assertThat(jpql("name__in=a|b")).isEqualTo("(e.name = :p0 or e.name = :p1)");
    }

    @Test
    void holdsForNoneOfSeveralValues() {
        assertThat(jpql("name__ne=a|b")).isEqualTo("not (e.name = :p0 or e.name = :p1)");
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

    @Test
    void readsAgainWhatAFieldHasWritten() {
        var request = ListingMother.request("created=2026-01-02T03:04:05.678Z");
        var value = request.conditions().get(0).values().get(0);

        assertThat(Fields.CREATED.typed(Fields.CREATED.untyped(value))).contains(value);
        assertThat(ListingMother.NAME.typed(ListingMother.NAME.untyped("ä"))).contains("ä");
    }

    private static String jpql(String query) {
        List<Condition> conditions = ListingMother.request(query).conditions();
        return conditions.get(0).jpql(new Parameters());
    }
}
