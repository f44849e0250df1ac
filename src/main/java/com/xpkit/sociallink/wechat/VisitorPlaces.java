package com.xpkit.sociallink.wechat;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Limits how many visitors are between the question to WeChat and the first try to save their profile. When all places are
 * taken, as many again may wait for one; a visitor who waits has no thread.
 */
final class VisitorPlaces {

    /** What happened to a visitor who came. */
    enum Entry {
        ADMITTED,
        WAITING,
        FULL
    }

    private final int places;
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private int taken;

    VisitorPlaces(int places) {
        this.places = places;
    }

    /**
     * @param begin is run by whoever frees a place, if the visitor must wait
     */
    synchronized Entry enter(Runnable begin) {
        if (taken < places) {
            taken++;
            return Entry.ADMITTED;
        }
        return waiting.size() < places && waiting.add(begin) ? Entry.WAITING : Entry.FULL;
    }

    /** A visitor leaves their place to the one who has waited longest. */
    void leave() {
        nextOrFree().ifPresent(Runnable::run);
    }

    private synchronized Optional<Runnable> nextOrFree() {
        var first = waiting.iterator();
        if (!first.hasNext()) {
            taken--;
            return Optional.empty();
        }
        var next = first.next();
        first.remove();
        return Optional.of(next);
    }

    /** Whether the visitor was still waiting; they are no longer. */
    synchronized boolean giveUp(Runnable begin) {
        return waiting.remove(begin);
    }
}
