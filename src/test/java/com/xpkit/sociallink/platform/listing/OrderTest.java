package com.xpkit.sociallink.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Order BY_CREATION = Order.by(List.of());
    private static final Order BY_NAME = Order.by(List.of(new Order.Key(ListingMother.NAME, true)));

    @Test
    void isByCreationAndIdUnlessToldOtherwise() {
        assertThat(columns(BY_CREATION)).isEqualTo("e.created, e.id");
        assertThat(jpql(BY_CREATION, false)).isEqualTo("e.created asc, e.id asc");
    }

    @Test
    void isAlwaysTotalByTheId() {
        assertThat(columns(BY_NAME)).isEqualTo("e.name, e.id");
        assertThat(jpql(BY_NAME, false)).isEqualTo("e.name desc, e.id asc");
    }

    @Test
    void addsNoIdThatIsThere() {
        var byId = Order.by(List.of(new Order.Key(Fields.ID, true)));

        assertThat(columns(byId)).isEqualTo("e.id");
        assertThat(jpql(byId, false)).isEqualTo("e.id desc");
    }

    @Test
    void turnsEveryKeyAroundBackwards() {
        assertThat(jpql(BY_NAME, true)).isEqualTo("e.name asc, e.id desc");
    }

    @Test
    void holdsForRowsAfterAPlace() {
        var place = List.<Object>of(Instant.EPOCH, "7");

        assertThat(BY_CREATION.after(place, false, new Parameters(Optional.empty())))
                .isEqualTo(
                        "e.created >= :p0 and case when e.created > :p1 then 1"
                                + " when e.created < :p2 then 0 when e.id > :p3 then 1"
                                + " else 0 end = 1");
    }

    @Test
    void holdsForRowsBeforeAPlaceBackwards() {
        assertThat(BY_NAME.after(List.of("n", "7"), true, new Parameters(Optional.empty())))
                .isEqualTo(
                        "e.name >= :p0 and case when e.name > :p1 then 1"
                                + " when e.name < :p2 then 0 when e.id < :p3 then 1"
                                + " else 0 end = 1");
    }

    /** Parsers of JPQL take more and more time for nested conditions. */
    @Test
    void nestsNoDeeperForManyKeysThanForOne() {
        assertThat(depth(behind(50))).isEqualTo(depth(behind(1)));
        assertThat(behind(50).length()).isLessThan(60 * behind(1).length());
    }

    private static String behind(int keys) {
        var order =
                Order.by(
                        IntStream.range(0, keys)
                                .mapToObj(i -> Field.text("n" + i, "e.n" + i))
                                .map(field -> new Order.Key(field, false))
                                .toList());
        var place = Collections.<Object>nCopies(order.keys().size(), "v");
        return order.after(place, false, new Parameters(Optional.empty()));
    }

    private static int depth(String jpql) {
        int depth = 0;
        int deepest = 0;
        for (var c : jpql.toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    @Test
    void distinguishesOrders() {
        var ascending = Order.by(List.of(new Order.Key(ListingMother.NAME, false)));

        assertThat(BY_NAME.signature()).isEqualTo("name-,resource_id+");
        assertThat(ascending.signature()).isEqualTo("name+,resource_id+");
    }

    private static String columns(Order order) {
        return order.columns(new Parameters(Optional.empty()));
    }

    private static String jpql(Order order, boolean isReversed) {
        return order.jpql(isReversed, new Parameters(Optional.empty()));
    }
}
