package com.xpkit.sociallink.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Order BY_CREATION = Order.by(List.of());
    private static final Order BY_NAME = Order.by(List.of(new Order.Key(ListingMother.NAME, true)));

    @Test
    void isByCreationAndIdUnlessToldOtherwise() {
        assertThat(BY_CREATION.jpql(false)).isEqualTo("e.created asc, e.id asc");
    }

    @Test
    void isAlwaysTotalByTheId() {
        assertThat(BY_NAME.jpql(false)).isEqualTo("e.name desc, e.id asc");
    }

    @Test
    void addsNoIdThatIsThere() {
        var byId = Order.by(List.of(new Order.Key(Fields.ID, true)));

        assertThat(byId.jpql(false)).isEqualTo("e.id desc");
    }

    @Test
    void turnsEveryKeyAroundBackwards() {
        assertThat(BY_NAME.jpql(true)).isEqualTo("e.name asc, e.id desc");
    }

    @Test
    void holdsForRowsBehindAPlace() {
        var place = List.<Object>of(Instant.EPOCH, "7");

        assertThat(BY_CREATION.behind(place, false, new Parameters()))
                .isEqualTo(
                        "(e.created > :p1 or (e.created = :p1 and (e.id > :p0 or (e.id = :p0 and 1 = 0))))");
    }

    @Test
    void holdsForRowsBeforeAPlaceBackwards() {
        assertThat(BY_NAME.behind(List.of("n", "7"), true, new Parameters()))
                .isEqualTo(
                        "(e.name > :p1 or (e.name = :p1 and (e.id < :p0 or (e.id = :p0 and 1 = 0))))");
    }

    @Test
    void tellsOrdersApart() {
        var ascending = Order.by(List.of(new Order.Key(ListingMother.NAME, false)));

        assertThat(BY_NAME.signature()).isEqualTo("name-,resource_id+");
        assertThat(ascending.signature()).isEqualTo("name+,resource_id+");
    }
}
