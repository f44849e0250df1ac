package com.xpkit.sociallink.address;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The complete {@code domain} of a configuration: one or more entries, separated by {@code |}. */
public final class AllowedDomains {

    private final List<AllowedDomain> entries;

    private AllowedDomains(Collection<AllowedDomain> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * @throws InvalidDomain when the text is empty, or an entry is invalid or repeated; the message can be shown in the
     *     API's answer
     */
    public static AllowedDomains parse(String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidDomain("must name at least one domain");
        }
        Set<AllowedDomain> entries = new LinkedHashSet<>();
        for (String entry : text.split("\\|", -1)) {
            if (!entries.add(parseEntry(entry.strip()))) {
                throw new InvalidDomain(entry.strip(), "is there twice");
            }
        }
        return new AllowedDomains(entries);
    }

    private static AllowedDomain parseEntry(String entry) {
        if (entry.isEmpty()) {
            throw new InvalidDomain("has an empty entry before, between or after its | signs");
        }
        return AllowedDomain.parse(entry);
    }

    /** In the order in which they were written. */
    public List<AllowedDomain> entries() {
        return entries;
    }

    /** The entries, normalised, separated by {@code |}. */
    public String normalised() {
        return entries.stream().map(AllowedDomain::normalised).collect(Collectors.joining("|"));
    }

    @Override
    public String toString() {
        return normalised();
    }
}
