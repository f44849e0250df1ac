package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.account.WebhookSecret;
import com.xpkit.sociallink.account.WebhookSecrets;
import com.xpkit.sociallink.kernel.work.WebhookKeys;
import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.rest.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** The webhook keys of clients: an app's is stored, the operator's is a setting. */
@ApplicationScoped
public class ClientWebhookKeys implements WebhookKeys {

    @Inject OperatorSettings operator;

    @Inject WebhookSecrets secrets;

    @Override
    public Optional<byte[]> of(String client) {
        return secret(client).map(WebhookSecret::key);
    }

    private Optional<WebhookSecret> secret(String client) {
        return operator.isOperator(client)
                ? operator.webhookSecret()
                : Ids.parse(client).flatMap(secrets::find);
    }

    @Override
    public void check(String client) {
        if (secret(client).isEmpty()) {
            throw new InvalidFields(Map.of("webhook_url", reason(client)));
        }
    }

    private String reason(String client) {
        return operator.isOperator(client)
                ? "needs the setting " + OperatorSettings.WEBHOOK_SECRET + ", which signs the call"
                : "needs a webhook secret, which signs the call: POST /api/app/{id}/webhook-secret/"
                        + " makes one";
    }
}
