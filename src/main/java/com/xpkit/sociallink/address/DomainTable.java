package com.xpkit.sociallink.address;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what a domain stands for: by an address's scheme, host and port, and by nothing else of it. It costs a look for each label of the address's host, however many domains there are:
 * one account's thousands must not slow its visitors down.
 *
 * @param <T> what domains stand for
 */
public final class DomainTable<T> {

    private final Map<AllowedDomain, T> all = new HashMap<>();

    /** Of two that claim one domain the first has it. */
    public DomainTable<T> with(AllowedDomains domains, T meant) {
        domains.entries().forEach(domain -> all.putIfAbsent(domain, meant));
        return this;
    }

    /** What the most specific domain stands for that allows the address. */
    public Optional<T> find(ApplicationUri uri) {
        return candidates(uri.origin()).map(all::get).filter(Objects::nonNull).findFirst();
    }

    /** The host itself, then wildcards, the longest first. */
    private static Stream<AllowedDomain> candidates(Origin origin) {
        return Stream.concat(
                Stream.of(AllowedDomain.of(origin)), origin.parents().map(AllowedDomain::below));
    }
}
