package com.xpkit.sociallink.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.Seal;
import com.xpkit.sociallink.platform.sealing.SealedColumn;
import com.xpkit.sociallink.platform.sealing.SealedText;
import com.xpkit.sociallink.platform.sealing.SealedTexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The webhook secrets of all apps, sealed. They are removed with their apps. */
@ApplicationScoped
@Transactional
public class WebhookSecrets implements SealedTexts {

    private static final System.Logger LOG = System.getLogger(WebhookSecrets.class.getName());

    @PersistenceContext EntityManager em;

    @Inject Seal seal;

    /** Empty when the app no longer exists, or when no configured key opens the secret. */
    public Optional<WebhookSecret> find(UUID app) {
        return stored(app).flatMap(this::opened);
    }

    private Optional<AppWebhookSecret> stored(UUID app) {
        return Optional.ofNullable(em.find(AppWebhookSecret.class, app));
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

    @Override
    public Purpose purpose() {
        return Purpose.WEBHOOK_SECRET;
    }

    @Override
    public SealedColumn column() {
        return new SealedColumn("app_webhook_secret", "app_id", "secret");
    }

    @Override
    public List<SealedText> all() {
        return em.createQuery(
                        "select new com.xpkit.sociallink.platform.sealing.SealedText(s.appId,"
                                + " s.secret) from AppWebhookSecret s",
                        SealedText.class)
                .getResultList();
    }

    @Override
    public void replace(SealedText old, String sealed) {
        em.createQuery(
                        "update AppWebhookSecret s set s.secret = :sealed where s.appId = :app and"
                                + " s.secret = :old")
                .setParameter("sealed", sealed)
                .setParameter("app", old.row())
                .setParameter("old", old.text())
                .executeUpdate();
    }

    @Override
    public void warn(String row) {
        LOG.log(
                System.Logger.Level.WARNING,
                "The webhook secret of app {0} opens with no key of sociallink.secret-key: its"
                        + " webhooks are not sent",
                row);
    }
}
