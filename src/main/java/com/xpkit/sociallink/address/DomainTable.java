package com.xpkit.sociallink.address;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
        T exact = all.get(AllowedDomain.of(uri.origin()));
        return exact == null ? findBelow(uri.origin()) : Optional.of(exact);
    }

    /** By wildcards, longest first. */
    private Optional<T> findBelow(Origin origin) {
        return origin.parents()
                .map(AllowedDomain::below)
                .map(all::get)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
