package com.xpkit.sociallink.link;

import com.xpkit.sociallink.link.flow.Flow;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What a request of the visitor's way comes to, with all that its answer and its line in the log say. What is
 * stored of a flow, for its later callbacks, is a {@link LinkOutcome}.
 */
sealed interface LinkResult {

    /** The request, with what became known of it. */
    LinkAttempt attempt();

    /**
     * A flow and where it sends the visitor.
     *
     * @param page WeChat's; its query holds the sealed flow
     */
    record Departure(Flow flow, URI page) {

        @Override
        public String toString() {
            return "Departure of " + flow;
        }
    }

    /** A flow begins: the visitor goes to WeChat. */
    record SentToWeChat(LinkAttempt attempt, Departure departure) implements LinkResult {}

    /** The flow needs another code: the visitor goes to WeChat once more. */
    record SentAgain(LinkAttempt attempt, Restart why, Departure departure) implements LinkResult {}

    /** The visitor has a profile and goes home with it. */
    record Linked(LinkAttempt attempt, Way way, UUID profile) implements LinkResult {}

    /**
     * The visitor goes home with an error code, or sees a page of ours.
     *
     * @param reason for the log: no secret, code, token, nickname or address
     * @param parameters names of parameters at fault, as they came with the request; mostly none
     */
    record Refused(LinkAttempt attempt, LinkError error, String reason, List<String> parameters)
            implements LinkResult {

        static Refused because(LinkAttempt attempt, LinkError error, String reason) {
            return new Refused(attempt, error, reason, List.of());
        }

        /** The application_uri was not percent-encoded, and these parameters of its own fell out of it. */
        static Refused forFallenOut(LinkAttempt attempt, List<String> parameters) {
            var error = LinkError.UNENCODED_ADDRESS;
            return new Refused(
                    attempt, error, error.name().toLowerCase(Locale.ROOT), List.copyOf(parameters));
        }

        @Override
        public String toString() {
            return "Refused " + error;
        }
    }

    /** Something broke for which there is no rule: a bug, or a database that is away. */
    record Failed(LinkAttempt attempt, Throwable cause) implements LinkResult {

        /** Without what the stages put around the failure. */
        static LinkResult of(LinkAttempt attempt, Throwable failure) {
            return new Failed(attempt, Exchange.causeOf(failure));
        }

        /** What visitors and applications see of it. */
        Refused refused() {
            return Refused.because(attempt, LinkError.NO_PROFILE, "see above");
        }

        @Override
        public String toString() {
            return "Failed";
        }
    }
}
