package com.xpkit.sociallink.token;

import com.xpkit.sociallink.work.WebhookKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A client's webhook key: the SHA-256 of its secret, which is all that the service keeps of it and which the
 * client can make by itself.
 */
@ApplicationScoped
public class ClientWebhookKeys implements WebhookKeys {

    @Inject Clients clients;

    @Override
    public Optional<byte[]> of(String client) {
        return clients.findNow(client)
                .map(Client::secretHash)
                .map(hash -> HexFormat.of().parseHex(hash));
    }
}
