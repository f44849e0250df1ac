package com.xpkit.sociallink.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Actors of requests. */
public final class ActorMother {

    private static final Optional<String> ADDRESS = Optional.of("203.0.113.7");

    private ActorMother() {}

    public static Actor app(UUID account, Scope... scopes) {
        return Actor.app("app", "Web shop", account, Set.of(scopes), ADDRESS);
    }

    public static Actor operator() {
        return Actor.operator("operator", ADDRESS);
    }
}
