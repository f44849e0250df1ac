package com.xpkit.sociallink.platform.metrics;

import java.util.Locale;

/** The timed steps of a link. */
public enum Step {
    /** The answer that sends the visitor to WeChat. */
    AUTHORISE,
    /** The whole callback, with the three steps below. */
    CALLBACK,
    /** One call that exchanges a code for a token. */
    TOKEN,
    /** One call that reads the visitor's profile. */
    USERINFO,
    /** Writing the profile and the outcome of the flow, including retries. */
    SAVING;

    private final String word = name().toLowerCase(Locale.ROOT);

    String word() {
        return word;
    }
}
