package com.xpkit.sociallink.platform.moving;

import com.xpkit.sociallink.account.WebhookSecrets;
import com.xpkit.sociallink.configuration.AppSecrets;
import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.job.WebhookUrls;
import com.xpkit.sociallink.platform.sealing.SealMother;
import com.xpkit.sociallink.platform.sealing.SealedTexts;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.platform.storage.LongTransactionsMother;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Moves as the service makes them. */
final class MoveMother {

    static final String KEY = "the-key-of-the-old-service-32-characters";
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /** All kinds that the service has. */
    static final List<SealedTexts> SEALED =
            List.of(new AppSecrets(), new WebhookSecrets(), new WebhookUrls());

    private MoveMother() {}

    static Moving move(Database from, Database to) throws SQLException {
        return move(from, to, KEY);
    }

    static Moving move(Database from, Database to, String keys) throws SQLException {
        var moving = new Moving();
        moving.settings = settings(from);
        moving.transactions = LongTransactionsMother.in(to);
        moving.seal = SealMother.with(keys);
        moving.sealedTexts = sealed();
        moving.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return moving;
    }

    private static MoveSettings settings(Database from) {
        return new MoveSettings(
                SettingsMother.with(
                        Map.of(
                                "sociallink.db.move-from", from.url(),
                                "sociallink.db.move-from.user", from.user(),
                                "sociallink.db.move-from.password", from.password())));
    }

    @SuppressWarnings("unchecked")
    private static Instance<SealedTexts> sealed() {
        return (Instance<SealedTexts>)
                Proxy.newProxyInstance(
                        MoveMother.class.getClassLoader(),
                        new Class<?>[] {Instance.class},
                        (proxy, method, arguments) -> SEALED.iterator());
    }
}
