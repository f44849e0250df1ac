package com.xpkit.sociallink.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.xpkit.sociallink.account.Apps;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.kernel.change.Changed;
import com.xpkit.sociallink.platform.rest.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds clients by id, from memory if that is fresh: a changed app is known on every node within seconds, and at once
 * on the node that changed it.
 */
@ApplicationScoped
public class Clients {

    private static final Duration FRESH = Duration.ofSeconds(3);

    /** By UUID, as app ids are: any other id, of any length, is neither looked up nor cached. */
    private final Cache<UUID, Optional<Client>> fresh =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build();

    @Inject OperatorSettings operator;

    @Inject MetricsSettings metrics;

    @Inject Apps apps;

    /** Its state at most {@link #FRESH} ago. */
    Optional<Client> find(String id) {
        return setUp(operator.client(), id, EnumSet.allOf(Scope.class))
                .or(() -> setUp(metrics.client(), id, EnumSet.of(Scope.METRICS_READ)))
                .or(() -> Ids.parse(id).flatMap(app -> fresh.get(app, this::app)));
    }

    /** Its current state. */
    Optional<Client> findNow(String id) {
        Ids.parse(id).ifPresent(this::forget);
        return find(id);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) Changed changed) {
        forget(changed.id());
    }

    /** compute() waits for a running load, which may have begun before the change. */
    private void forget(UUID id) {
        fresh.asMap().compute(id, (key, before) -> null);
    }

    private static Optional<Client> setUp(
            Optional<ConfiguredClient> client, String id, Set<Scope> scopes) {
        return client.filter(one -> one.id().equals(id))
                .map(ConfiguredClient::secretHash)
                .map(hash -> new Client(id, "", null, scopes, hash, hash.substring(0, 16)));
    }

    private Optional<Client> app(UUID id) {
        return apps.find(id)
                .map(
                        app ->
                                new Client(
                                        app.id().toString(),
                                        app.name(),
                                        app.account(),
                                        app.scopes(),
                                        app.secretHash(),
                                        Integer.toString(app.version())));
    }
}
