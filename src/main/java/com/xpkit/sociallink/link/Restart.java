package com.xpkit.sociallink.link;

/** Why a flow starts the authorisation once more by itself; it does so once. */
enum Restart {
    /** Web-views lose cookies. */
    WITHOUT_COOKIE(" without its cookie", LinkError.NO_CODE, "the cookie is gone twice"),
    /** A double click or two tabs: WeChat handed one code to two flows of this browser. */
    CODE_OF_ANOTHER_FLOW(
            ", another flow has used its code",
            LinkError.NO_TOKEN,
            "another flow has used the code, twice"),
    /** By whom is not known: a node that died, a flow of another browser. */
    CODE_USED(", its code was used already", LinkError.NO_TOKEN, "errcode 40163 twice");

    private final String words;
    private final LinkError error;
    private final String reason;

    Restart(String words, LinkError error, String reason) {
        this.words = words;
        this.error = error;
        this.reason = reason;
    }

    /** What the log says after "restarted". */
    String words() {
        return words;
    }

    /** What it is the second time. */
    LinkError error() {
        return error;
    }

    /** Why it is refused the second time, for the log. */
    String reason() {
        return reason;
    }
}
