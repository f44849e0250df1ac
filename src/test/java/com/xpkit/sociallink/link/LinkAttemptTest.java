package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.address.ApplicationUri;
import com.xpkit.sociallink.configuration.LiveConfigurationsMother;
import com.xpkit.sociallink.link.flow.FlowMother;
import com.xpkit.sociallink.platform.metrics.Step;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkAttemptTest {

    private final UUID account = UUID.randomUUID();
    private final Way way =
            new Way(
                    account,
                    LiveConfigurationsMother.configuration("app.example.com"),
                    ApplicationUri.read("https://app.example.com/private").orElseThrow());
    private final LinkAttempt begun = LinkAttempt.begin(Step.CALLBACK);

    @Test
    void saysInItsLineWhatIsKnown() {
        var located = begun.located(account, Optional.of(way));

        assertThat(begun.line())
                .matches("account=- configuration=- duration=\\d+ms reference=[0-9a-f]{12}");
        assertThat(located.line())
                .matches(
                        "account=%s configuration=%s duration=\\d+ms reference=%s"
                                .formatted(account, way.through().id(), begun.reference()));
    }

    @Test
    void keepsAWayThroughTheSameConfigurationOnly() {
        var located = begun.located(account, Optional.of(way));

        assertThat(located.onlyThrough(way.through().id()).way()).hasValue(way);
        assertThat(located.onlyThrough(UUID.randomUUID()).way()).isEmpty();
        assertThat(located.onlyThrough(UUID.randomUUID()).account()).hasValue(account);
        assertThat(begun.onlyThrough(UUID.randomUUID()).account()).isEmpty();
    }

    @Test
    void hasAReferenceOfItsOwn() {
        assertThat(LinkAttempt.begin(Step.CALLBACK).reference()).isNotEqualTo(begun.reference());
    }

    /** No address, code or name from outside gets into a log, whoever prints the result. */
    @Test
    void showsNothingOfTheVisitorAsText() {
        var attempt = begun.located(account, Optional.of(way)).proven(FlowMother.any());
        var departure = new LinkResult.Departure(FlowMother.any(), "https://private.example");
        var bug = new IllegalStateException("private");

        assertThat(
                        List.of(
                                new LinkResult.SentToWeChat(attempt, departure),
                                new LinkResult.SentAgain(attempt, Restart.CODE_USED, departure),
                                new LinkResult.Linked(attempt, way, UUID.randomUUID()),
                                LinkResult.Refused.forFallenOut(attempt, List.of("private")),
                                new LinkResult.Failed(attempt, bug)))
                .extracting(Object::toString)
                .allSatisfy(text -> assertThat(text).doesNotContain("private"));
    }
}
