package com.xpkit.sociallink.wechat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Limits how many visitors are on their way between WeChat and their answer. When all places are taken, as many again
 * may wait for one; a visitor who waits has no thread.
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
        var next = nextOrFree();
        if (!next.isEmpty()) {
            next.get(0).run();
        }
    }

    private synchronized List<Runnable> nextOrFree() {
        var first = waiting.iterator();
        if (!first.hasNext()) {
            taken--;
            return List.of();
        }
        var next = first.next();
        first.remove();
        return List.of(next);
    }

    /** Whether the visitor was still waiting; they are no longer. */
    synchronized boolean giveUp(Runnable begin) {
        return waiting.remove(begin);
    }

    /** All who wait; they no longer do. */
    synchronized List<Runnable> clear() {
        var all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
