package com.xpkit.sociallink.address;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Maps domains to values. A value is found by the scheme, host and port of an address, and by no other part of it. A
 * look-up takes one step for each label of the host, whatever the number of domains: the thousands of one account must
 * not slow its visitors down.
 *
 * @param <T> the values
 */
public final class DomainTable<T> {

    private final Map<AllowedDomain, T> all = new HashMap<>();

    /** If two values claim the same domain, the first one keeps it. */
    public DomainTable<T> with(AllowedDomains domains, T meant) {
        domains.entries().forEach(domain -> all.putIfAbsent(domain, meant));
        return this;
    }

    /** The value of the most specific domain that allows the address. */
    public Optional<T> find(ApplicationUri uri) {
        return candidates(uri.origin()).map(all::get).filter(Objects::nonNull).findFirst();
    }

    /** The host itself, then wildcards, longest first. */
    private static Stream<AllowedDomain> candidates(Origin origin) {
        return Stream.concat(
                Stream.of(AllowedDomain.of(origin)), origin.parents().map(AllowedDomain::below));
    }
}
