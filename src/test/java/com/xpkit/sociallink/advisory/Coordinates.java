package com.xpkit.sociallink.advisory;

import java.util.Comparator;

/**
 * What advisories call a library.
 *
 * @param ecosystem OSV's name of the registry, {@code Maven} or {@code npm}
 * @param name its name there; for Maven group and artifact with a colon between
 */
record Coordinates(String ecosystem, String name) implements Comparable<Coordinates> {

    private static final Comparator<Coordinates> ORDER =
            Comparator.comparing(Coordinates::ecosystem).thenComparing(Coordinates::name);

    static Coordinates maven(String group, String artifact) {
        return new Coordinates("Maven", group + ":" + artifact);
    }

    static Coordinates npm(String name) {
        return new Coordinates("npm", name);
    }

    /** The reverse of {@link #toString()}. */
    static Coordinates parse(String text) {
        var blank = text.indexOf(' ');
        return new Coordinates(text.substring(0, blank), text.substring(blank + 1));
    }

    @Override
    public int compareTo(Coordinates other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return ecosystem + " " + name;
    }
}
