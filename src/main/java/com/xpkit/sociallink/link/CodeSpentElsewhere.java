package com.xpkit.sociallink.link;

/** The code is spent, and no callback of its own flow has done it: only a new code helps. */
class CodeSpentElsewhere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Restart restart;

    CodeSpentElsewhere(Restart restart) {
        super(null, null, false, false);
        this.restart = restart;
    }

    Restart restart() {
        return restart;
    }
}
