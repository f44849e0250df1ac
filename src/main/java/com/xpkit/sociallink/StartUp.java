package com.xpkit.sociallink;

import static jakarta.interceptor.Interceptor.Priority.APPLICATION;

import com.xpkit.sociallink.platform.sealing.Resealing;
import com.xpkit.sociallink.platform.sealing.SealedTexts;
import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.storage.Migrations;
import com.xpkit.sociallink.platform.upkeep.Upkeep;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * What must hold before the first request: every setting is usable, the schema is current, no secret rests
 * under an old key. Then the upkeep begins.
 */
@ApplicationScoped
public class StartUp {

    private static final System.Logger LOG = System.getLogger(StartUp.class.getName());

    @Inject @Any Instance<CheckedSettings> settings;

    @Inject Migrations migrations;

    @Inject Resealing resealing;

    @Inject @Any Instance<SealedTexts> sealedTexts;

    @Inject Upkeep upkeep;

    /** Before anybody else looks at the database: where a setting of it is wrong, that is told first. */
    void start(
            @Observes @Initialized(ApplicationScoped.class) @Priority(APPLICATION)
                    Object application) {
        checkSettings();
        migrations.migrate();
        sealedTexts.forEach(resealing::reseal);
        upkeep.begin();
    }

    /** Servers bury the sentence in traces of their own; so it stands in a line of its own, too. */
    private void checkSettings() {
        try {
            settings.forEach(CheckedSettings::check);
        } catch (InvalidSetting wrong) {
            LOG.log(System.Logger.Level.ERROR, wrong.getMessage());
            throw wrong;
        }
    }
}
