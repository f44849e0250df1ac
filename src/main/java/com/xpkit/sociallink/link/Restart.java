package com.xpkit.sociallink.link;

/** Why a flow starts the authorisation again by itself, which it does only once. */
enum Restart {
    /** Web views lose cookies. */
    WITHOUT_COOKIE(" without its cookie", LinkError.NO_CODE, "the cookie is gone twice"),
    /** A double click or two tabs: WeChat gave one code to two flows of this browser. */
    CODE_OF_ANOTHER_FLOW(
            ", another flow has used its code",
            LinkError.NO_TOKEN,
            "another flow has used the code, twice"),
    /** It is not known who used it: a node that died, or a flow of another browser. */
    CODE_USED(", its code was used already", LinkError.NO_TOKEN, "errcode 40163 twice");

    private final String words;
    private final LinkError error;
    private final String reason;

    Restart(String words, LinkError error, String reason) {
        this.words = words;
        this.error = error;
        this.reason = reason;
    }

    /** The words after "restarted" in the log. */
    String words() {
        return words;
    }

    /** The error if it happens a second time. */
    LinkError error() {
        return error;
    }

    /** The reason in the log if it happens a second time. */
    String reason() {
        return reason;
    }
}
