package com.xpkit.sociallink;

import com.xpkit.sociallink.configuration.ConfigurationKeeping;
import com.xpkit.sociallink.settings.CheckedSettings;
import com.xpkit.sociallink.storage.Migrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * What must hold before the first request: every setting is usable, the schema is current, no secret rests
 * under an old key.
 */
@ApplicationScoped
public class StartUp {

    @Inject @Any Instance<CheckedSettings> settings;

    @Inject Migrations migrations;

    @Inject ConfigurationKeeping configurations;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        settings.forEach(CheckedSettings::check);
        migrations.migrate();
        configurations.resealAll();
    }
}
