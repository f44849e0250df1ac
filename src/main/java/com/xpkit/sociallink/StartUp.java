package com.xpkit.sociallink;

import static jakarta.interceptor.Interceptor.Priority.APPLICATION;

import com.xpkit.sociallink.account.WebhookSecrets;
import com.xpkit.sociallink.configuration.ConfigurationEditing;
import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.storage.Migrations;
import jakarta.annotation.Priority;
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

    private static final System.Logger LOG = System.getLogger(StartUp.class.getName());

    @Inject @Any Instance<CheckedSettings> settings;

    @Inject Migrations migrations;

    @Inject ConfigurationEditing configurations;

    @Inject WebhookSecrets webhookSecrets;

    /** Before anybody else looks at the database: where a setting of it is wrong, that is told first. */
    void start(
            @Observes @Initialized(ApplicationScoped.class) @Priority(APPLICATION)
                    Object application) {
        checkSettings();
        migrations.migrate();
        configurations.resealAll();
        webhookSecrets.resealAll();
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
