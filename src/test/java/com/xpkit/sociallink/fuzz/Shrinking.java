package com.xpkit.sociallink.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Looks for a shorter and simpler record of decisions that still fails, with a bounded number of attempts. */
final class Shrinking {

    private static final int MAX_ATTEMPTS = 2_000;

    private final Predicate<List<Integer>> fails;
    private int attempts;

    /**
     * @param fails whether the case that a record makes fails
     */
    Shrinking(Predicate<List<Integer>> fails) {
        this.fails = fails;
    }

    List<Integer> of(List<Integer> record) {
        var best = record;
        for (var before = List.<Integer>of(); !best.equals(before); ) {
            before = best;
            for (int length = Math.max(1, best.size() / 2); length > 0; length /= 2) {
                best = withoutParts(best, length);
            }
            best = withSmallerNumbers(best);
        }
        return best;
    }

    private List<Integer> withoutParts(List<Integer> record, int length) {
        var best = record;
        for (int from = best.size() - length; from >= 0; from -= length) {
            var shorter = new ArrayList<>(best);
            shorter.subList(from, Math.min(from + length, shorter.size())).clear();
            best = stillFails(shorter) ? shorter : best;
        }
        return best;
    }

    private List<Integer> withSmallerNumbers(List<Integer> record) {
        var best = record;
        for (int place = 0; place < best.size(); place++) {
            for (int smaller : List.of(0, best.get(place) / 2, Math.max(0, best.get(place) - 1))) {
                var simpler = new ArrayList<>(best);
                simpler.set(place, smaller);
                best = smaller < best.get(place) && stillFails(simpler) ? simpler : best;
            }
        }
        return best;
    }

    private boolean stillFails(List<Integer> record) {
        return attempts++ < MAX_ATTEMPTS && fails.test(record);
    }
}
