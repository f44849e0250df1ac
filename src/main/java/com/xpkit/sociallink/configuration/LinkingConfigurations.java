package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.address.ApplicationUri;
import com.xpkit.sociallink.address.DomainTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The configurations of an account for the visitor's way, found by their domains. */
public final class LinkingConfigurations {

    static final LinkingConfigurations NONE = new LinkingConfigurations(List.of(), Map.of());

    private final Map<UUID, LinkingConfiguration> all = new LinkedHashMap<>();
    private final DomainTable<LinkingConfiguration> domains = new DomainTable<>();
    private final Map<UUID, Integer> versions;

    private LinkingConfigurations(List<LinkingConfiguration> all, Map<UUID, Integer> versions) {
        all.forEach(each -> this.all.put(each.id(), each));
        all.forEach(each -> domains.with(each.domains(), each));
        this.versions = versions;
    }

    static LinkingConfigurations of(List<LinkingConfiguration> all) {
        return new LinkingConfigurations(all, Map.of());
    }

    /**
     * These configurations in their current state. Only the changed ones are read again, because a visitor waits, and
     * thousands of domains take milliseconds.
     *
     * @param reading opens the secret and reads the domains
     */
    LinkingConfigurations renewed(
            List<Configuration> stored, Function<Configuration, LinkingConfiguration> reading) {
        var now = stored.stream().collect(Collectors.toMap(Configuration::id, c -> c.version()));
        if (now.equals(versions)) {
            return this;
        }
        var read = stored.stream().map(c -> isUnchanged(c) ? all.get(c.id()) : reading.apply(c));
        return new LinkingConfigurations(read.toList(), now);
    }

    private boolean isUnchanged(Configuration stored) {
        return Integer.valueOf(stored.version()).equals(versions.get(stored.id()));
    }

    /** The configuration with the most specific matching domain: exact before wildcard, long before short. */
    public Optional<LinkingConfiguration> allowing(ApplicationUri uri) {
        return domains.find(uri);
    }

    List<LinkingConfiguration> all() {
        return List.copyOf(all.values());
    }
}
