package com.xpkit.sociallink.link;

import com.xpkit.sociallink.link.flow.Flow;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The result of a visitor's request, with everything that the answer and the log need. {@link LinkOutcome} is what is stored
 * of a flow for its later callbacks.
 */
sealed interface LinkResult {

    /** The request, with what is known about it. */
    LinkAttempt attempt();

    /**
     * A flow and where it sends the visitor.
     *
     * @param page WeChat's page; its query contains the sealed flow
     */
    record Departure(Flow flow, String page) {

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
     * The visitor goes home with an error code, or sees our error page.
     *
     * @param reason for the log: no secret, code, token, nickname or address
     * @param parameters names of invalid parameters, as they came with the request; usually empty
     */
    record Refused(LinkAttempt attempt, LinkError error, String reason, List<String> parameters)
            implements LinkResult {

        static Refused because(LinkAttempt attempt, LinkError error, String reason) {
            return new Refused(attempt, error, reason, List.of());
        }

        /** The application_uri was not percent-encoded, so these parameters of its own ended up in our query. */
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

    /** An unexpected failure: a bug, or the database is out of reach. */
    record Failed(LinkAttempt attempt, Throwable cause) implements LinkResult {

        /** Without the exception that stages wrap around the failure. */
        static LinkResult of(LinkAttempt attempt, Throwable failure) {
            return new Failed(attempt, Exchange.causeOf(failure));
        }

        /** The refusal that visitors and applications see. */
        Refused refused() {
            return Refused.because(attempt, LinkError.NO_PROFILE, "see above");
        }

        @Override
        public String toString() {
            return "Failed";
        }
    }
}
