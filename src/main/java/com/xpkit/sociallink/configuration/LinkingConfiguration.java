package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.address.AllowedDomains;
import java.util.Optional;
import java.util.UUID;

/**
 * The parts of a configuration that the visitor's way needs.
 *
 * @param appSecret in clear text; empty when no known key opens it for this configuration
 */
public record LinkingConfiguration(
        UUID id, String appId, Optional<String> appSecret, AllowedDomains domains) {

    @Override
    public String toString() {
        return "LinkingConfiguration " + id;
    }
}
