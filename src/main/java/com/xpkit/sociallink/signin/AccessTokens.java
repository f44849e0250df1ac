package com.xpkit.sociallink.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Issues and recognises bearer tokens. A token is sealed text with the client, its revision, the scopes and the expiry,
 * so any node recognises it; a new revision of the client voids it.
 */
@ApplicationScoped
public class AccessTokens {

    /** XPKit's SDK assumes 36,000 seconds. */
    static final Duration LIFETIME = Duration.ofSeconds(36_000);

    /** Longer than any of our tokens: a client id of 255 characters, and every scope. */
    private static final int MAX_LENGTH = 4_096;

    @Inject Seal seal;

    @Inject Clients clients;

    @Inject Clock clock;

    String issue(Client client, Set<Scope> scopes) {
        var ends = clock.instant().plus(LIFETIME).getEpochSecond();
        var words = scopes.stream().map(Scope::name).collect(Collectors.joining(","));
        var facts = String.join("\n", client.id(), client.revision(), Long.toString(ends), words);
        return seal.seal(Purpose.ACCESS_TOKEN, facts.getBytes(UTF_8));
    }

    /** The client with the token's scopes; empty when the token is not ours, expired or void. */
    Optional<Client> recognise(String token) {
        return Optional.of(token)
                .filter(text -> text.length() <= MAX_LENGTH)
                .flatMap(text -> seal.open(Purpose.ACCESS_TOKEN, text))
                .map(bytes -> new String(bytes, UTF_8).split("\n", -1))
                .filter(facts -> clock.instant().isBefore(end(facts)))
                .flatMap(this::client);
    }

    private static Instant end(String[] facts) {
        return Instant.ofEpochSecond(Long.parseLong(facts[2]));
    }

    private Optional<Client> client(String[] facts) {
        return clients.find(facts[0])
                .filter(client -> client.revision().equals(facts[1]))
                .map(client -> narrowed(client, facts[3]));
    }

    private static Client narrowed(Client client, String words) {
        var scopes =
                Arrays.stream(words.split(","))
                        .map(Scope::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
        return new Client(
                client.id(),
                client.name(),
                client.account(),
                scopes,
                client.secretHash(),
                client.revision());
    }
}
