package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.address.AllowedDomains;
import java.util.Optional;
import java.util.UUID;

/**
 * What the visitor's way needs of a configuration.
 *
 * @param appSecret in the clear; empty when no known key opens it for this configuration
 */
public record LinkingConfiguration(
        UUID id, String appId, Optional<String> appSecret, AllowedDomains domains) {

    @Override
    public String toString() {
        return "LinkingConfiguration " + id;
    }
}
