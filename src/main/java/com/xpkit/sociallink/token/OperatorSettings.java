package com.xpkit.sociallink.token;

import com.xpkit.sociallink.access.ClientSecret;
import com.xpkit.sociallink.settings.CheckedSettings;
import com.xpkit.sociallink.settings.InvalidSetting;
import com.xpkit.sociallink.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The operator's app, which is set up and not stored. Without both settings there is none. */
@ApplicationScoped
public class OperatorSettings implements CheckedSettings {

    private static final String ID = "sociallink.operator.client-id";
    private static final String SECRET = "sociallink.operator.client-secret";

    private String clientId;
    private String secretHash;

    protected OperatorSettings() {}

    @Inject
    public OperatorSettings(Settings settings) {
        clientId = settings.find(ID).orElse(null);
        secretHash = settings.find(SECRET).map(s -> new ClientSecret(s).hash()).orElse(null);
        if (clientId == null && secretHash != null) {
            throw new InvalidSetting(ID, "is missing, while " + SECRET + " is set");
        }
        if (clientId != null && secretHash == null) {
            throw new InvalidSetting(SECRET, "is missing, while " + ID + " is set");
        }
    }

    @Override
    public void check() {}

    boolean isOperator(String client) {
        return clientId != null && clientId.equals(client);
    }

    /** SHA-256 in hex; null when there is no operator. */
    String secretHash() {
        return secretHash;
    }
}
