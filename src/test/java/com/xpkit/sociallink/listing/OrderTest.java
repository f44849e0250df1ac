package com.xpkit.sociallink.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Order BY_CREATION = Order.by(List.of());
    private static final Order BY_NAME = Order.by(List.of(new Order.Key(ListingMother.NAME, true)));

    @Test
    void isByCreationAndIdUnlessToldOtherwise() {
        assertThat(columns(BY_CREATION)).isEqualTo("e.created as o0, e.id as o1");
        assertThat(BY_CREATION.jpql(false)).isEqualTo("o0 asc, o1 asc");
    }

    @Test
    void isAlwaysTotalByTheId() {
        assertThat(columns(BY_NAME)).isEqualTo("e.name as o0, e.id as o1");
        assertThat(BY_NAME.jpql(false)).isEqualTo("o0 desc, o1 asc");
    }

    @Test
    void addsNoIdThatIsThere() {
        var byId = Order.by(List.of(new Order.Key(Fields.ID, true)));

        assertThat(columns(byId)).isEqualTo("e.id as o0");
        assertThat(byId.jpql(false)).isEqualTo("o0 desc");
    }

    @Test
    void turnsEveryKeyAroundBackwards() {
        assertThat(BY_NAME.jpql(true)).isEqualTo("o0 asc, o1 desc");
    }

    @Test
    void holdsForRowsBehindAPlace() {
        var place = List.<Object>of(Instant.EPOCH, "7");

        assertThat(BY_CREATION.behind(place, false, new Parameters(Optional.empty())))
                .isEqualTo(
                        "e.created >= :p2 and (e.created > :p1 or (e.created = :p1"
                                + " and (e.id > :p0 or (e.id = :p0 and 1 = 0))))");
    }

    @Test
    void holdsForRowsBeforeAPlaceBackwards() {
        assertThat(BY_NAME.behind(List.of("n", "7"), true, new Parameters(Optional.empty())))
                .isEqualTo(
                        "e.name >= :p2 and (e.name > :p1 or (e.name = :p1"
                                + " and (e.id < :p0 or (e.id = :p0 and 1 = 0))))");
    }

    @Test
    void tellsOrdersApart() {
        var ascending = Order.by(List.of(new Order.Key(ListingMother.NAME, false)));

        assertThat(BY_NAME.signature()).isEqualTo("name-,resource_id+");
        assertThat(ascending.signature()).isEqualTo("name+,resource_id+");
    }

    private static String columns(Order order) {
        return order.columns(new Parameters(Optional.empty()));
    }
}
