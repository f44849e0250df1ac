package com.xpkit.sociallink.simulator;

import java.net.URI;
import java.util.Optional;

/** Where the visitor's browser goes after the decision. */
record Outcome(Optional<URI> callback, boolean twice) {

    Answer answer() {
        return callback.map(this::called)
                .orElseGet(() -> Answer.page(200, Page.of("/simulator/closed.html")));
    }

    private Answer called(URI address) {
        return twice ? Answer.page(200, twicePage(address)) : Answer.redirect(address.toString());
    }

    private static Page twicePage(URI address) {
        return Page.of("/simulator/twice.html")
                .with("callback", address.toString())
                .allowing("script-src 'unsafe-inline'; connect-src *");
    }
}
