package com.xpkit.sociallink.advisory;

import java.util.List;

/**
 * One published vulnerability of one library.
 *
 * @param id as the source names it, such as {@code GHSA-…}
 * @param aliases its other names, such as {@code CVE-…}
 * @param severity in the source's words: {@code HIGH}, or a CVSS vector; {@code unknown} if it says nothing
 * @param summary one line
 * @param ranges which versions it affects
 * @param versions further versions that it affects
 */
record Advisory(
        String id,
        List<String> aliases,
        String severity,
        String summary,
        List<VersionRange> ranges,
        List<String> versions) {

    boolean affects(String version) {
        return versions.contains(version)
                || ranges.stream().anyMatch(range -> range.contains(version));
    }

    boolean isCalled(String name) {
        return id.equals(name) || aliases.contains(name);
    }

    @Override
    public String toString() {
        var names = aliases.isEmpty() ? id : id + ", " + String.join(", ", aliases);
        return "%s (%s): %s".formatted(names, severity, summary);
    }
}
