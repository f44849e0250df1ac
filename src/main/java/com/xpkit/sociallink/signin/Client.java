package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.kernel.Scope;
import java.util.Set;
import java.util.UUID;

/**
 * A client as tokens describe it.
 *
 * @param id its {@code client_id}
 * @param name for people; empty for a client from the settings
 * @param account the account that it may access; null for a client from the settings
 * @param scopes what it may do
 * @param secretHash SHA-256 of its secret, in hex
 * @param revision changes with every change of the client, which voids its tokens
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
