package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.account.ClientSecret;
import com.xpkit.sociallink.kernel.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Clients, and a store for them without a database. */
final class ClientMother {

    static final String SECRET = "a secret";

    private ClientMother() {}

    static Client app(Scope... scopes) {
        return new Client(
                UUID.randomUUID().toString(),
                "Web shop",
                UUID.randomUUID(),
                Set.of(scopes),
                new ClientSecret(SECRET).hash(),
                "1");
    }

    static Client changed(Client client) {
        return new Client(
                client.id(),
                client.name(),
                client.account(),
                client.scopes(),
                client.secretHash(),
                "2");
    }

    static final class InMemory extends Clients {

        private final Map<String, Client> all = new HashMap<>();

        void keep(Client client) {
            all.put(client.id(), client);
        }

        void remove(Client client) {
            all.remove(client.id());
        }

        @Override
        Optional<Client> find(String id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        Optional<Client> findNow(String id) {
            return find(id);
        }
    }
}
