package com.xpkit.sociallink.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.platform.error.PreconditionFailed;
import com.xpkit.sociallink.platform.storage.Stored;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    private static final Resource RESOURCE = new Resource();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                " %s ",
                "\"6\", %s",
                "\"6\",%s,\"8\"",
                "*",
                " * ",
                "W/%s",
                "\"6\",W/%s"
            })
    void takesTheVersionThatIsNamed(String ifMatch) {
        assertThatCode(() -> new IfMatch(ifMatch.formatted(tag())).check(RESOURCE))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"6\"", "W/\"6\"", "w/%s", "W/ %s", "\"0\"", "0-0", "\"7%s\"", "", "\"*\""})
    void refusesAnyOther(String ifMatch) {
        assertThatThrownBy(() -> new IfMatch(ifMatch.formatted(tag())).check(RESOURCE))
                .isInstanceOf(PreconditionFailed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0-0", "", "W/", "\"", "%1$s%1$s"})
    void saysThatNoTagIsGiven(String ifMatch) {
        assertThatThrownBy(() -> new IfMatch(ifMatch.formatted(tag())).check(RESOURCE))
                .isInstanceOf(PreconditionFailed.class)
                .hasMessageContaining("in their quotation marks");
    }

    @Test
    void saysThatTheResourceHasChanged() {
        assertThatThrownBy(() -> new IfMatch("x, \"6\"").check(RESOURCE))
                .hasMessageContaining("has changed since it was read");
    }

    @Test
    void takesAnyVersionOfThoseWhoNameNone() {
        assertThatCode(() -> new IfMatch(IfMatch.ANY).check(RESOURCE)).doesNotThrowAnyException();
    }

    @Test
    void tellsWhatWasRestoredFromWhatItWas() {
        var restored = new Resource();
        restored.touch(MovableClock.START.plusSeconds(1));

        assertThat(IfMatch.tag(restored)).isNotEqualTo(IfMatch.tag(RESOURCE));
    }

    private static String tag() {
        return '"' + IfMatch.tag(RESOURCE).getValue() + '"';
    }

    private static final class Resource extends Stored {

        private Resource() {
            super(UUID.randomUUID(), MovableClock.START);
        }

        @Override
        protected void touch(Instant now) {
            super.touch(now);
        }
    }
}
