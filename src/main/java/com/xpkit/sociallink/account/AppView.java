package com.xpkit.sociallink.account;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.rest.ResourceView;
import jakarta.json.JsonObject;
import java.util.Optional;

/** An app as the API shows it; its secrets appear only right after they were made. */
final class AppView {

    private AppView() {}

    static ResourceView of(App app) {
        return of(app, Optional.empty(), Optional.empty());
    }

    /** An app with the secrets that were just made for it. */
    static ResourceView of(
            App app, Optional<ClientSecret> clientSecret, Optional<WebhookSecret> webhookSecret) {
        var json =
                JSON.createObjectBuilder(members(app))
                        .add("account_id", app.account().toString())
                        .add("client_id", app.id().toString());
        clientSecret.ifPresent(secret -> json.add("client_secret", secret.text()));
        webhookSecret.ifPresent(secret -> json.add("webhook_secret", secret.text()));
        json.add("created", app.created().toString())
                .add("last_modified", app.lastModified().toString());
        return new ResourceView("/api/app/", app, json.build());
    }

    /** The members that a caller may change. */
    static JsonObject members(App app) {
        var scopes = app.scopes().stream().map(Scope::word).toList();
        return JSON.createObjectBuilder()
                .add("name", app.name())
                .add("scopes", JSON.createArrayBuilder(scopes))
                .build();
    }
}
