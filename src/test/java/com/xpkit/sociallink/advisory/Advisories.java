package com.xpkit.sociallink.advisory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known about some libraries on one day.
 *
 * @param renewed the day
 * @param source where it was read
 * @param byLibrary every library that was asked for, also those without an advisory
 */
record Advisories(
        LocalDate renewed, String source, SortedMap<Coordinates, List<Advisory>> byLibrary) {

    /** The number of days after which the test warns that they are old. It never fails because of that. */
    private static final int FRESH_DAYS = 30;

    Advisories(LocalDate renewed, String source, Map<Coordinates, List<Advisory>> byLibrary) {
        this(renewed, source, new TreeMap<>(byLibrary));
    }

    /** Empty if the library was never asked for, which is not the same as having no advisories. */
    Optional<List<Advisory>> find(Coordinates library) {
        return Optional.ofNullable(byLibrary.get(library));
    }

    /** A sentence for the build's output. Empty while they are fresh. */
    Optional<String> warning(LocalDate today) {
        var age = ChronoUnit.DAYS.between(renewed, today);
        return age <= FRESH_DAYS
                ? Optional.empty()
                : Optional.of(
                        "WARNING: the advisories in src/test/advisories are %d days old: %s renews them"
                                .formatted(age, Renewal.COMMAND));
    }
}
