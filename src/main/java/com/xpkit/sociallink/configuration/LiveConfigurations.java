package com.xpkit.sociallink.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.xpkit.sociallink.address.AllowedDomains;
import com.xpkit.sociallink.kernel.AccountDirectory;
import com.xpkit.sociallink.kernel.change.Changed;
import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The configurations of accounts for the visitor's way. They come from memory, so that a warm request needs no
 * database, and are at most {@link #FRESH} old, so that a change soon applies on every node. The node that made the
 * change forgets the old state at once. When many requests wait for the same account, one of them loads it.
 */
@ApplicationScoped
public class LiveConfigurations {

    private static final Duration FRESH = Duration.ofSeconds(4);

    private final LoadingCache<UUID, Optional<LinkingConfigurations>> fresh =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(100_000).build(this::load);

    /** The last known state, used while the database is out of reach. */
    private final Cache<UUID, Optional<LinkingConfigurations>> lastKnown =
            Caffeine.newBuilder()
                    .expireAfterWrite(Duration.ofMinutes(10))
                    .maximumSize(100_000)
                    .build();

    @Inject AccountDirectory accounts;

    @Inject Configurations configurations;

    @Inject ImaginedAccount imagined;

    @Inject Seal seal;

    /** The account's configurations; empty when the account does not exist. */
    public Optional<LinkingConfigurations> of(UUID account) {
        return fresh.get(account);
    }

    /**
     * After a change, no earlier state of the account is used again, even if the database becomes unreachable now.
     * compute() waits for a running load, which may have begun before the change; invalidate() might not wait.
     */
    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) Changed changed) {
        fresh.asMap()
                .compute(
                        changed.id(),
                        (account, before) -> {
                            lastKnown.invalidate(account);
                            return null;
                        });
    }

    private Optional<LinkingConfigurations> load(UUID account) {
        return imagined.configurationsOf(account).or(() -> stored(account));
    }

    private Optional<LinkingConfigurations> stored(UUID account) {
        try {
            var found =
                    accounts.knows(account)
                            ? Optional.of(known(account))
                            : Optional.<LinkingConfigurations>empty();
            lastKnown.put(account, found);
            return found;
        } catch (RuntimeException databaseAway) {
            var known = lastKnown.getIfPresent(account);
            if (known == null) {
                throw databaseAway;
            }
            return known;
        }
    }

    private LinkingConfigurations known(UUID account) {
        var before = lastKnown.getIfPresent(account);
        return (before == null ? Optional.<LinkingConfigurations>empty() : before)
                .orElse(LinkingConfigurations.NONE)
                .renewed(configurations.of(account), this::live);
    }

    private LinkingConfiguration live(Configuration configuration) {
        var secret =
                seal.open(
                                Purpose.APP_SECRET,
                                configuration.id().toString(),
                                configuration.sealedSecret())
                        .map(bytes -> new String(bytes, UTF_8));
        return new LinkingConfiguration(
                configuration.id(),
                configuration.appId(),
                secret,
                AllowedDomains.parse(configuration.domain()));
    }
}
