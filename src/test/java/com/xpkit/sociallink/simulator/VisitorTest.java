package com.xpkit.sociallink.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorTest {

    @Test
    void isTheSameForOneAccountAndAnotherForEachOther() {
        Visitor again = Visitor.named("xiaoming", "renamed");

        assertThat(again.openid("wx1")).isEqualTo(People.XIAOMING.openid("wx1"));
        assertThat(again.openid("wx1"))
                .matches("o[\\w-]{27}")
                .isNotEqualTo(again.openid("wx2"))
                .isNotEqualTo(People.EMOJI.openid("wx1"));
    }

    @Test
    void isTheSameForAllAccountsOfOneOpenPlatform() {
        assertThat(People.XIAOMING.unionid("brand"))
                .matches("o[\\w-]{27}")
                .isEqualTo(Visitor.named("xiaoming", "").unionid("brand"))
                .isNotEqualTo(People.XIAOMING.unionid("other"))
                .isNotEqualTo(People.XIAOMING.openid("brand"));
    }

    @Test
    void hasADifferentLookForEveryPerson() {
        assertThat(People.ready()).extracting(Visitor::key).doesNotHaveDuplicates().hasSize(5);
        assertThat(People.ODD.nickname().text()).contains("\u0007", "\ufffd", "<b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a;b", "A", "a b", "小明", "a\r\nSet-Cookie: x=y"})
    void refusesAKeyThatIsNotACookieValue(String key) {
        assertThatThrownBy(() -> Visitor.named(key, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
