package com.xpkit.sociallink.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class ClientWebhookKeysTest {

    private final ClientMother.InMemory clients = new ClientMother.InMemory();
    private final ClientWebhookKeys keys = new ClientWebhookKeys();

    {
        keys.clients = clients;
    }

    @Test
    void areTheHashOfTheClientsSecret() throws Exception {
        var client = ClientMother.app();
        clients.keep(client);

        var key = keys.of(client.id()).orElseThrow();

        var secret = ClientMother.SECRET.getBytes(UTF_8);
        assertThat(key).isEqualTo(MessageDigest.getInstance("SHA-256").digest(secret));
    }

    @Test
    void goWithTheirClient() {
        assertThat(keys.of("gone")).isEmpty();
    }
}
