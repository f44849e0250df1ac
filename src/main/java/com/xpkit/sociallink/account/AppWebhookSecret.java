package com.xpkit.sociallink.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An app's webhook secret at rest. It is no part of the app, whose every change voids tokens. */
@Entity
@Table(name = "app_webhook_secret")
public class AppWebhookSecret {

    @Id
    @Column(name = "app_id")
    private String appId;

    /** Sealed. */
    private String secret;

    protected AppWebhookSecret() {}

    AppWebhookSecret(UUID app, String sealedSecret) {
        appId = app.toString();
        secret = sealedSecret;
    }

    void change(String sealedSecret) {
        secret = sealedSecret;
    }

    UUID app() {
        return UUID.fromString(appId);
    }

    String sealedSecret() {
        return secret;
    }
}
