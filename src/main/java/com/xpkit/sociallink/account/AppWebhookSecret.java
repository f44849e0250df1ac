package com.xpkit.sociallink.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The stored webhook secret of an app. It is not part of the app, because every change of an app voids its tokens. */
@Entity
@Table(name = "app_webhook_secret")
public class AppWebhookSecret {

    @Id
    @Column(name = "app_id")
    private UUID appId;

    /** Sealed by {@code platform.sealing}. */
    private String secret;

    protected AppWebhookSecret() {}

    AppWebhookSecret(UUID app, String sealedSecret) {
        appId = app;
        secret = sealedSecret;
    }

    void change(String sealedSecret) {
        secret = sealedSecret;
    }

    UUID app() {
        return appId;
    }

    String sealedSecret() {
        return secret;
    }
}
