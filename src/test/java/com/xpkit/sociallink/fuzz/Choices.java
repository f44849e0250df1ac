package com.xpkit.sociallink.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * The decisions that make up one generated case. The same seed makes the same decisions. Each decision is
 * recorded, so that a failing case can be reproduced from a part of its record. Zero is always the
 * simplest decision.
 */
public final class Choices {

    private final List<Integer> given;
    private final Random random;
    private final List<Integer> made = new ArrayList<>();

    private Choices(List<Integer> given, Random random) {
        this.given = given;
        this.random = random;
    }

    public static Choices of(long seed) {
        return new Choices(List.of(), new Random(seed));
    }

    /** Repeats these decisions, and makes the simplest ones after them. */
    static Choices replaying(List<Integer> record) {
        return new Choices(record, null);
    }

    /** From 0 to below the bound, which is at least 1. */
    public int below(int bound) {
        var place = made.size();
        var choice =
                random != null
                        ? random.nextInt(bound)
                        : place < given.size() ? given.get(place) % bound : 0;
        made.add(choice);
        return choice;
    }

    /** Both ends included. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True once in so many times. */
    public boolean once(int inSoMany) {
        return below(inSoMany) == inSoMany - 1;
    }

    @SafeVarargs
    public final <T> T of(T... options) {
        return options[below(options.length)];
    }

    public <T> T of(List<T> options) {
        return options.get(below(options.size()));
    }

    /** One of the generators, used. */
    @SafeVarargs
    public final <T> T from(Function<Choices, T>... generators) {
        return of(generators).apply(this);
    }

    /** The decisions so far. */
    List<Integer> record() {
        return List.copyOf(made);
    }
}
