package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.SealedColumn;
import com.xpkit.sociallink.platform.sealing.SealedText;
import com.xpkit.sociallink.platform.sealing.SealedTexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The WeChat secrets of all configurations, as they are stored. */
@ApplicationScoped
public class AppSecrets implements SealedTexts {

    private static final System.Logger LOG = System.getLogger(AppSecrets.class.getName());

    @PersistenceContext EntityManager em;

    @Override
    public Purpose purpose() {
        return Purpose.APP_SECRET;
    }

    @Override
    public SealedColumn column() {
        return new SealedColumn("configuration", "id", "app_secret");
    }

    @Override
    public List<SealedText> all() {
        return em.createQuery(
                        "select new com.xpkit.sociallink.platform.sealing.SealedText(c.id,"
                                + " c.appSecret) from Configuration c",
                        SealedText.class)
                .getResultList();
    }

    /** The version is incremented, so that a concurrent change that still has the old secret is refused. */
    @Override
    public void replace(SealedText old, String sealed) {
        em.createQuery(
                        "update Configuration c set c.appSecret = :sealed, c.version = c.version + 1"
                                + " where c.id = :id and c.appSecret = :old")
                .setParameter("sealed", sealed)
                .setParameter("id", old.row())
                .setParameter("old", old.text())
                .executeUpdate();
    }

    @Override
    public void warn(String row) {
        LOG.log(
                System.Logger.Level.WARNING,
                "The app_secret of configuration {0} opens with no key of sociallink.secret-key, or"
                        + " was sealed for another configuration: nobody links through it",
                row);
    }
}
