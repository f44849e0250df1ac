package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.address.AllowedDomains;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Configurations without a database. */
public final class LiveConfigurationsMother {

    private LiveConfigurationsMother() {}

    public static LinkingConfiguration configuration(String domain) {
        return configuration(domain, Optional.of("app secret"));
    }

    public static LinkingConfiguration configuration(String domain, Optional<String> secret) {
        return new LinkingConfiguration(
                UUID.randomUUID(), "wx1", secret, AllowedDomains.parse(domain));
    }

    /** One account has these, and no other account exists. */
    public static LiveConfigurations of(UUID account, LinkingConfiguration... all) {
        return new LiveConfigurations() {
            @Override
            public Optional<LinkingConfigurations> of(UUID asked) {
                return Optional.of(LinkingConfigurations.of(List.of(all)))
                        .filter(known -> asked.equals(account));
            }
        };
    }
}
