package com.xpkit.sociallink.simulator;

/** What answers one path. */
@FunctionalInterface
interface Route {

    Answer answer(Request request);
}
