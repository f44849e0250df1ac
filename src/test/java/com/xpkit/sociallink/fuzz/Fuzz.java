package com.xpkit.sociallink.fuzz;

import java.util.List;
import java.util.function.Function;

/** Checks a property for many generated cases, and shrinks the first case that fails. */
public final class Fuzz {

    /** {@code -Dfuzz.cases=…} sets another number. */
    private static final int CASES = Integer.getInteger("fuzz.cases", 2_000);

    private Fuzz() {}

    /** What must be true for a case. */
    @FunctionalInterface
    public interface Property<T> {

        void check(T generated) throws Exception;
    }

    /**
     * @throws AssertionError for the smallest case found that fails; it names the case's seed
     */
    public static <T> void check(
            String family, Function<Choices, T> generator, Property<T> property) {
        for (int number = 0; number < CASES; number++) {
            var seed = Seeds.of(family, number);
            var choices = Choices.of(seed);
            var failure = failure(generator.apply(choices), property);
            if (failure != null) {
                throw smallest(seed, choices.record(), generator, property, failure);
            }
        }
    }

    private static <T> AssertionError smallest(
            long seed,
            List<Integer> record,
            Function<Choices, T> generator,
            Property<T> property,
            Throwable first) {
        var smaller =
                new Shrinking(
                                attempt ->
                                        failure(
                                                        generator.apply(Choices.replaying(attempt)),
                                                        property)
                                                != null)
                        .of(record);
        var generated = generator.apply(Choices.replaying(smaller));
        var failure = failure(generated, property);
        return new AssertionError(
                "-Dfuzz.case=%d fails for %s".formatted(seed, Printed.of(generated)),
                failure == null ? first : failure);
    }

    /** Null when the property holds. */
    private static <T> Throwable failure(T generated, Property<T> property) {
        try {
            property.check(generated);
            return null;
        } catch (Exception | AssertionError | StackOverflowError failed) {
            return failed;
        }
    }
}
