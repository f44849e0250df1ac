package com.xpkit.sociallink.account;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.rest.ResourceView;
import jakarta.json.JsonObject;

/** An app as the API shows it; its secrets appear only right after they were made. */
final class AppView {

    private AppView() {}

    static ResourceView of(App app) {
        return view(app, JSON.createObjectBuilder().build());
    }

    static ResourceView of(AppEditing.NewSecrets made) {
        var secrets = JSON.createObjectBuilder();
        made.clientSecret().ifPresent(secret -> secrets.add("client_secret", secret.text()));
        made.webhookSecret().ifPresent(secret -> secrets.add("webhook_secret", secret.text()));
        return view(made.app(), secrets.build());
    }

    private static ResourceView view(App app, JsonObject secrets) {
        var resource =
                JSON.createObjectBuilder(members(app))
                        .add("account_id", app.account().toString())
                        .add("client_id", app.id().toString())
                        .addAll(JSON.createObjectBuilder(secrets))
                        .add("created", app.created().toString())
                        .add("last_modified", app.lastModified().toString())
                        .build();
        return new ResourceView("/api/app/", app, resource);
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
