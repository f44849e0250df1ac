package com.xpkit.sociallink.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", " \"7\" ", "\"6\", \"7\"", "\"6\",\"7\",\"8\"", "*", " * "})
    void takesTheVersionThatIsNamed(String ifMatch) {
        assertThatCode(() -> new Expected(ifMatch).check(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"7\"", "7", "\"77\"", "", "\"*\"", "\"07\""})
    void refusesAnyOther(String ifMatch) {
        assertThatThrownBy(() -> new Expected(ifMatch).check(7))
                .isInstanceOf(PreconditionFailed.class);
    }

    @Test
    void takesAnyWhenNoneIsNamed() {
        assertThatCode(() -> new Expected(null).check(7)).doesNotThrowAnyException();
    }
}
