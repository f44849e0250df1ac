package com.xpkit.sociallink.platform.metrics;

import java.util.Locale;

/** The parts of a link that are timed. */
public enum Step {
    /** The answer that sends the visitor to WeChat. */
    AUTHORISE,
    /** The whole callback, with the three steps below. */
    CALLBACK,
    /** One call that exchanges a code for a token. */
    TOKEN,
    /** One call that reads who the visitor is. */
    USERINFO,
    /** Writing the profile and the flow's outcome, with repeats. */
    SAVING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
