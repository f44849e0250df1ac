package com.xpkit.sociallink.token;

import com.xpkit.sociallink.settings.CheckedSettings;
import com.xpkit.sociallink.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The operator's app, which is set up and not stored. Without both settings there is none. */
@ApplicationScoped
public class OperatorSettings implements CheckedSettings {

    private SetUpClient client;

    protected OperatorSettings() {}

    @Inject
    public OperatorSettings(Settings settings) {
        client = SetUpClient.read(settings, "sociallink.operator").orElse(null);
    }

    @Override
    public void check() {}

    Optional<SetUpClient> client() {
        return Optional.ofNullable(client);
    }

    boolean isOperator(String id) {
        return client != null && client.id().equals(id);
    }
}
