package com.xpkit.sociallink.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.wechat.VisitorPlaces.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitorPlacesTest {

    private final VisitorPlaces places = new VisitorPlaces(2);
    private final List<String> begun = new ArrayList<>();
    private final Runnable third = () -> begun.add("third");
    private final Runnable fourth = () -> begun.add("fourth");

    @Test
    void admitsAsManyAsThereArePlacesAndLetsAsManyWait() {
        assertThat(enter(5))
                .containsExactly(
                        Entry.ADMITTED, Entry.ADMITTED, Entry.WAITING, Entry.WAITING, Entry.FULL);
    }

    @Test
    void givesAPlaceToTheOneWhoHasWaitedLongest() {
        enter(2);
        places.enter(third);
        places.enter(fourth);

        places.leave();
        assertThat(begun).containsExactly("third");
        places.leave();
        assertThat(begun).containsExactly("third", "fourth");
    }

    @Test
    void keepsAPlaceThatItHandsOver() {
        enter(2);
        places.enter(third);

        places.leave();

        assertThat(places.enter(fourth)).isEqualTo(Entry.WAITING);
    }

    @Test
    void admitsAnotherWhenOneHasLeft() {
        enter(2);

        places.leave();

        assertThat(enter(2)).containsExactly(Entry.ADMITTED, Entry.WAITING);
    }

    @Test
    void passesOverWhoHasGivenUp() {
        enter(2);
        places.enter(third);
        places.enter(fourth);

        assertThat(places.giveUp(third)).isTrue();
        places.leave();

        assertThat(begun).containsExactly("fourth");
        assertThat(places.giveUp(third)).isFalse();
        assertThat(places.giveUp(fourth)).as("it has a place").isFalse();
    }

    private List<Entry> enter(int visitors) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < visitors; i++) {
            var name = "visitor " + i;
            entries.add(places.enter(() -> begun.add(name)));
        }
        return entries;
    }
}
