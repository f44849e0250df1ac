package com.xpkit.sociallink.advisory;

import java.util.Optional;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * Versions that an advisory names, in Maven's order. For releases that is also npm's order.
 *
 * @param introduced the first one; {@code 0} is before all
 * @param fixed the first one that is no longer affected
 * @param lastAffected the last one that is affected, where no fixed one is known
 */
record VersionRange(String introduced, Optional<String> fixed, Optional<String> lastAffected) {

    static VersionRange from(String introduced) {
        return new VersionRange(introduced, Optional.empty(), Optional.empty());
    }

    static VersionRange until(String introduced, String fixed) {
        return new VersionRange(introduced, Optional.of(fixed), Optional.empty());
    }

    static VersionRange upTo(String introduced, String lastAffected) {
        return new VersionRange(introduced, Optional.empty(), Optional.of(lastAffected));
    }

    boolean contains(String version) {
        return (introduced.equals("0") || compare(version, introduced) >= 0)
                && fixed.map(end -> compare(version, end) < 0).orElse(true)
                && lastAffected.map(end -> compare(version, end) <= 0).orElse(true);
    }

    private static int compare(String left, String right) {
        return new ComparableVersion(left).compareTo(new ComparableVersion(right));
    }
}
