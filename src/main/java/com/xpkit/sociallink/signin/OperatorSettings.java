package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.account.WebhookSecret;
import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The operator's app, which is configured and not stored. Without both settings there is no operator. */
@ApplicationScoped
public class OperatorSettings implements CheckedSettings {

    static final String WEBHOOK_SECRET = "sociallink.operator.webhook-secret";

    private ConfiguredClient client;
    private WebhookSecret webhookSecret;

    protected OperatorSettings() {}

    @Inject
    public OperatorSettings(Settings settings) {
        client = ConfiguredClient.read(settings, "sociallink.operator").orElse(null);
        webhookSecret = settings.findSecret(WEBHOOK_SECRET).map(this::webhookSecret).orElse(null);
    }

    private WebhookSecret webhookSecret(String text) {
        return WebhookSecret.of(text)
                .orElseThrow(
                        () ->
                                new InvalidSetting(
                                        WEBHOOK_SECRET,
                                        "must be whsec_ and the Base64 of at least 24 random bytes"));
    }

    @Override
    public void check() {}

    Optional<ConfiguredClient> client() {
        return Optional.ofNullable(client);
    }

    /** The secret that signs the webhooks of the operator's jobs; empty when it is not set. */
    Optional<WebhookSecret> webhookSecret() {
        return Optional.ofNullable(webhookSecret);
    }

    boolean isOperator(String id) {
        return client != null && client.id().equals(id);
    }
}
