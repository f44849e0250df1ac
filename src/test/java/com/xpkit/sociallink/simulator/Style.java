package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The style sheet of the simulator's pages. */
final class Style {

    private Style() {}

    static Answer answer(Request request) {
        byte[] css = Page.of("/simulator/style.css").html().getBytes(UTF_8);
        return Answer.of(200, "text/css; charset=UTF-8", css);
    }
}
