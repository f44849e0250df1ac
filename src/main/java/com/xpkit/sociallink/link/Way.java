package com.xpkit.sociallink.link;

import com.xpkit.sociallink.address.ApplicationUri;
import com.xpkit.sociallink.configuration.LinkingConfiguration;
import java.util.UUID;

/**
 * A visitor's way to WeChat and back.
 *
 * @param account the account that the visitor belongs to
 * @param through the configuration that allows the address, and whose Official Account is asked
 * @param home where the application wants its visitor back
 */
record Way(UUID account, LinkingConfiguration through, ApplicationUri home) {

    @Override
    public String toString() {
        return "Way through " + through;
    }
}
