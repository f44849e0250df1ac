package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.address.AllowedDomains;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The account that exists only in this node's memory, while the node warms up. Links to it go the whole way, but nothing of
 * them is stored, counted or logged. Nobody outside the node knows its id.
 */
@ApplicationScoped
public class ImaginedAccount {

    private volatile Imagined current;

    private record Imagined(UUID id, LinkingConfigurations configurations) {}

    /**
     * Replaces the one before.
     *
     * @param appId the Official Account that its only configuration names
     * @param domain the domain that this configuration allows
     * @return its id, random
     */
    public UUID begin(String appId, String domain) {
        var through =
                new LinkingConfiguration(
                        UUID.randomUUID(),
                        appId,
                        Optional.of("imagined"),
                        AllowedDomains.parse(domain));
        var begun = new Imagined(UUID.randomUUID(), LinkingConfigurations.of(List.of(through)));
        current = begun;
        return begun.id();
    }

    /** From now on its id is unknown. */
    public void end() {
        current = null;
    }

    public boolean is(UUID account) {
        var imagined = current;
        return imagined != null && imagined.id().equals(account);
    }

    /** Empty for every other account. */
    Optional<LinkingConfigurations> configurationsOf(UUID account) {
        return Optional.ofNullable(current)
                .filter(imagined -> imagined.id().equals(account))
                .map(Imagined::configurations);
    }
}
