package com.xpkit.sociallink;

import static jakarta.interceptor.Interceptor.Priority.APPLICATION;

import com.xpkit.sociallink.platform.embedded.FileCompaction;
import com.xpkit.sociallink.platform.moving.Moving;
import com.xpkit.sociallink.platform.schema.Migrations;
import com.xpkit.sociallink.platform.sealing.Resealing;
import com.xpkit.sociallink.platform.sealing.SealedTexts;
import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.upkeep.Upkeep;
import com.xpkit.sociallink.warmup.WarmUp;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * Prepares the service before the first request: compacts a large H2 file, checks all settings, updates the schema, moves
 * everything from another database if that is set, and seals secrets with the newest key. Then it starts the upkeep and
 * the warm-up.
 */
@ApplicationScoped
public class StartUp {

    private static final System.Logger LOG = System.getLogger(StartUp.class.getName());

    @Inject @Any Instance<CheckedSettings> settings;

    @Inject FileCompaction compaction;

    @Inject Migrations migrations;

    @Inject Moving moving;

    @Inject Resealing resealing;

    @Inject @Any Instance<SealedTexts> sealedTexts;

    @Inject Upkeep upkeep;

    @Inject WarmUp warmUp;

    /** Runs before anything else uses the database, so that an invalid setting of the database is reported first. */
    void start(
            @Observes @Initialized(ApplicationScoped.class) @Priority(APPLICATION)
                    Object application) {
        checkSettings();
        migrations.migrate();
        moving.move();
        sealedTexts.forEach(resealing::reseal);
        upkeep.begin();
        warmUp.begin();
    }

    /**
     * Compacts the file first, because the check of the database opens it. Also logs the message in a separate line, because
     * servers bury it in their own stack traces.
     */
    private void checkSettings() {
        try {
            compaction.atStart();
            settings.forEach(CheckedSettings::check);
        } catch (InvalidSetting wrong) {
            LOG.log(System.Logger.Level.ERROR, wrong.getMessage());
            throw wrong;
        }
    }
}
