package com.xpkit.sociallink.advisory;

/**
 * Something that is shipped in one version.
 *
 * @param coordinates what it is
 * @param version its version
 * @param within what it came in, for people
 */
record Part(Coordinates coordinates, String version, String within) {

    @Override
    public String toString() {
        return "%s %s (%s)".formatted(coordinates, version, within);
    }
}
