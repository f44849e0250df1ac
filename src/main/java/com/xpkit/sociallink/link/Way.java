package com.xpkit.sociallink.link;

import com.xpkit.sociallink.address.ApplicationUri;
import com.xpkit.sociallink.configuration.LinkingConfiguration;
import java.util.UUID;

/**
 * How a visitor goes to WeChat and back.
 *
 * @param account whose visitor
 * @param through the configuration that allows the address, with the Official Account that is asked
 * @param home where the application wants its visitor back
 */
record Way(UUID account, LinkingConfiguration through, ApplicationUri home) {

    @Override
    public String toString() {
        return "Way through " + through;
    }
}
