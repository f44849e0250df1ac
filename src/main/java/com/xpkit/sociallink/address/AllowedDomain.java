package com.xpkit.sociallink.address;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a configuration's {@code domain}: {@code app.example.com}, {@code *.example.com:8443}, {@code
 * http://localhost:3000}. In the natural order the most specific comes first: a host before a wildcard, a longer
 * wildcard before a shorter one. {@link DomainTable} decides which addresses an entry allows.
 */
public final class AllowedDomain implements Comparable<AllowedDomain> {

    private static final int MAX_LENGTH = 253;
    private static final Pattern ENTRY =
            Pattern.compile("((?i)http://)?(\\*\\.)?([a-zA-Z0-9.-]++)(?::([0-9]++))?");
    private static final Comparator<AllowedDomain> MOST_SPECIFIC_FIRST =
            Comparator.<AllowedDomain, Boolean>comparing(domain -> domain.wildcard)
                    .thenComparing(domain -> -domain.origin.host().name().length())
                    .thenComparing(AllowedDomain::normalised);

    private final Origin origin;
    private final boolean wildcard;

    private AllowedDomain(Origin origin, boolean wildcard) {
        this.origin = origin;
        this.wildcard = wildcard;
    }

    /**
     * @param entry without surrounding blanks
     * @throws InvalidDomain naming the entry and what is wrong with it
     */
    public static AllowedDomain parse(String entry) {
        return Optional.of(entry)
                .filter(text -> text.length() <= MAX_LENGTH)
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .flatMap(AllowedDomain::read)
                .orElseThrow(() -> new InvalidDomain(entry, DomainFault.of(entry)));
    }

    /** Exactly this origin, which an entry need not be able to name. */
    static AllowedDomain of(Origin origin) {
        return new AllowedDomain(origin, false);
    }

    /** Everything below the origin's host. */
    static AllowedDomain below(Origin origin) {
        return new AllowedDomain(origin, true);
    }

    private static Optional<AllowedDomain> read(Matcher parts) {
        String scheme = parts.group(1) == null ? "https" : "http";
        boolean wildcard = parts.group(2) != null;
        return Origin.read(scheme, parts.group(3), parts.group(4))
                .map(origin -> new AllowedDomain(origin, wildcard))
                .filter(AllowedDomain::isNarrow);
    }

    /** {@code *.com} would open half the world, and an IP address has nothing below it. */
    private boolean isNarrow() {
        return !wildcard || !origin.host().isSingleLabel() && !origin.host().isAddress();
    }

    /** The same text for the same domain, however it was written; used as the unique key. */
    public String normalised() {
        String scheme = origin.scheme().equals("http") ? "http://" : "";
        return scheme + (wildcard ? "*." : "") + origin.host().name() + origin.portSuffix();
    }

    @Override
    public int compareTo(AllowedDomain other) {
        return MOST_SPECIFIC_FIRST.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AllowedDomain domain
                && wildcard == domain.wildcard
                && origin.equals(domain.origin);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, wildcard);
    }

    @Override
    public String toString() {
        return normalised();
    }
}
