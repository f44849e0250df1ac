package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.kernel.Scope;
import java.util.Set;
import java.util.UUID;

/**
 * A client as tokens see it.
 *
 * @param id its {@code client_id}
 * @param name what people call it; empty for one that the settings name
 * @param account whose data it reaches; null for one that the settings name
 * @param scopes what it may do
 * @param secretHash SHA-256 of its secret, in hex
 * @param revision changes whenever the client does, which voids its tokens
 */
record Client(
        String id,
        String name,
        UUID account,
        Set<Scope> scopes,
        String secretHash,
        String revision) {

    @Override
    public String toString() {
        return "Client " + id;
    }
}
