package com.xpkit.sociallink.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The webhook secrets of all apps, sealed. They are removed with their apps. */
@ApplicationScoped
@Transactional
public class WebhookSecrets {

    private static final System.Logger LOG = System.getLogger(WebhookSecrets.class.getName());

    @PersistenceContext EntityManager em;

    @Inject Seal seal;

    /** Empty when the app no longer exists, or when no configured key opens the secret. */
    public Optional<WebhookSecret> find(UUID app) {
        return stored(app).flatMap(this::opened);
    }

    private Optional<AppWebhookSecret> stored(UUID app) {
        return Optional.ofNullable(em.find(AppWebhookSecret.class, app.toString()));
    }

    private Optional<WebhookSecret> opened(AppWebhookSecret stored) {
        return seal.open(Purpose.WEBHOOK_SECRET, stored.app().toString(), stored.sealedSecret())
                .map(bytes -> new WebhookSecret(new String(bytes, US_ASCII)));
    }

    /** Replaces the previous one, if there is one. */
    void keep(UUID app, WebhookSecret secret) {
        var sealed = sealed(app, secret);
        stored(app)
                .ifPresentOrElse(
                        stored -> stored.change(sealed),
                        () -> em.persist(new AppWebhookSecret(app, sealed)));
        em.flush();
    }

    private String sealed(UUID app, WebhookSecret secret) {
        var plain = secret.text().getBytes(US_ASCII);
        return seal.seal(Purpose.WEBHOOK_SECRET, app.toString(), plain);
    }

    /**
     * Seals again, with the newest key, the secrets that an older key sealed, so that the older key can be dropped.
     * Several nodes may do so at once: a secret that another node has just sealed stays as it is.
     */
    public void resealAll() {
        em.createQuery("select s from AppWebhookSecret s", AppWebhookSecret.class)
                .getResultStream()
                .filter(s -> !seal.isSealedByNewest(Purpose.WEBHOOK_SECRET, s.sealedSecret()))
                .toList()
                .forEach(this::reseal);
    }

    private void reseal(AppWebhookSecret stored) {
        opened(stored)
                .ifPresentOrElse(
                        secret -> replace(stored, sealed(stored.app(), secret)),
                        () ->
                                LOG.log(
                                        System.Logger.Level.WARNING,
                                        "The webhook secret of app {0} opens with no key of"
                                                + " sociallink.secret-key: its webhooks are not sent",
                                        stored.app()));
    }

    private void replace(AppWebhookSecret stored, String sealedSecret) {
        em.createQuery(
                        "update AppWebhookSecret s set s.secret = :sealed where s.appId = :app and"
                                + " s.secret = :old")
                .setParameter("sealed", sealedSecret)
                .setParameter("app", stored.app().toString())
                .setParameter("old", stored.sealedSecret())
                .executeUpdate();
    }
}
