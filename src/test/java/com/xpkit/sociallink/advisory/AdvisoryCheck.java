package com.xpkit.sociallink.advisory;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares what is shipped with what is published.
 *
 * @param renewed what OSV knows; it must have been asked about every library
 * @param vendors what vendors say in addition
 * @param accepted what is shipped anyway
 */
record AdvisoryCheck(Advisories renewed, Advisories vendors, List<Acceptance> accepted) {

    /** The check with the files in {@code src/test/advisories}. */
    static AdvisoryCheck ofThisBuild() throws IOException {
        return new AdvisoryCheck(
                AdvisoriesFile.RENEWED.read(),
                AdvisoriesFile.VENDORS.read(),
                Acceptance.read(Acceptance.FILE));
    }

    /** One sentence for each fault, which says what to do. */
    List<String> faults(Collection<Part> parts) {
        return Stream.of(
                        parts.stream().filter(this::isUnknown).map(AdvisoryCheck::unknown),
                        parts.stream().flatMap(this::holes),
                        accepted.stream()
                                .filter(acceptance -> !isNeeded(acceptance, parts))
                                .map(AdvisoryCheck::superfluous))
                .flatMap(faults -> faults)
                .distinct()
                .toList();
    }

    private boolean isUnknown(Part part) {
        return renewed.find(part.coordinates()).isEmpty();
    }

    private Stream<String> holes(Part part) {
        return published(part)
                .filter(advisory -> accepted.stream().noneMatch(a -> a.covers(advisory, part)))
                .map(advisory -> hole(part, advisory));
    }

    private Stream<Advisory> published(Part part) {
        return Stream.of(renewed, vendors)
                .flatMap(advisories -> advisories.find(part.coordinates()).stream())
                .flatMap(List::stream)
                .filter(advisory -> advisory.affects(part.version()));
    }

    private boolean isNeeded(Acceptance acceptance, Collection<Part> parts) {
        return parts.stream()
                .anyMatch(part -> published(part).anyMatch(a -> acceptance.covers(a, part)));
    }

    private static String unknown(Part part) {
        return "%s is shipped, and nobody has asked for its advisories: %s does"
                .formatted(part, Renewal.COMMAND);
    }

    private static String hole(Part part, Advisory advisory) {
        return "%s is affected by %s. Update it, or say in %s why it is shipped all the same"
                .formatted(part, advisory, Acceptance.FILE);
    }

    private static String superfluous(Acceptance acceptance) {
        return "%s accepts %s of %s %s, which is not shipped with it any more: remove the entry"
                .formatted(
                        Acceptance.FILE,
                        acceptance.advisory(),
                        acceptance.library(),
                        String.join(", ", acceptance.versions()));
    }
}
