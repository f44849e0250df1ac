package com.xpkit.sociallink.simulator;

import java.net.URI;
import java.util.Optional;

/** Turns a visitor's decision into a callback, or into none. */
final class Deciding {

    private final Codes codes;

    Deciding(Codes codes) {
        this.codes = codes;
    }

    Optional<URI> callback(AuthorizeLink link, Visitor visitor, Decision decision) {
        Callback callback = link.callback();
        return switch (decision) {
            case ACCEPT -> Optional.of(callback.with(codes.issue(link.grantedBy(visitor))));
            case DECLINE_WITH_STATE_ONLY -> Optional.of(callback.withStateOnly());
            case DECLINE_WITH_AUTHDENY -> Optional.of(callback.withAuthdeny());
            case CLOSE -> Optional.empty();
        };
    }
}
