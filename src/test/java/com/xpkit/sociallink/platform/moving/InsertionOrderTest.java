package com.xpkit.sociallink.platform.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InsertionOrderTest {

    @Test
    void hasEachTableAfterThoseThatItRefersTo() {
        var references =
                Map.of(
                        "a", Set.of("c", "d"),
                        "b", Set.<String>of(),
                        "c", Set.of("d"),
                        "d", Set.<String>of(),
                        "e", Set.of("a", "b"));

        assertThat(InsertionOrder.of(references)).containsExactly("b", "d", "c", "a", "e");
    }

    @Test
    void doesNotWaitForATableThatIsNotMoved() {
        assertThat(InsertionOrder.of(Map.of("a", Set.of("elsewhere")))).containsExactly("a");
    }

    @Test
    void letsATableReferToItself() {
        assertThat(InsertionOrder.of(Map.of("a", Set.of("b", "a"), "b", Set.of())))
                .containsExactly("b", "a");
    }

    @Test
    void doesNotExistInACircle() {
        var circle = Map.of("a", Set.of("b"), "b", Set.of("a"), "c", Set.<String>of());

        assertThatThrownBy(() -> InsertionOrder.of(circle))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a, b");
    }
}
