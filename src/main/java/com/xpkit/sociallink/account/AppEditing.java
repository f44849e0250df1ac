package com.xpkit.sociallink.account;

import com.xpkit.sociallink.kernel.AccountDirectory;
import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.kernel.change.Change;
import com.xpkit.sociallink.kernel.change.Change.Action;
import com.xpkit.sociallink.kernel.change.Change.Kind;
import com.xpkit.sociallink.kernel.change.Changes;
import com.xpkit.sociallink.kernel.quota.QuotaSettings;
import com.xpkit.sociallink.platform.error.UnknownResource;
import com.xpkit.sociallink.platform.json.Form;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.listing.ListRequest;
import com.xpkit.sociallink.platform.rest.IfMatch;
import com.xpkit.sociallink.platform.rest.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Registers and changes apps. Actors can only grant scopes that they have themselves; otherwise an app that may write
 * apps could give itself any scope.
 */
@ApplicationScoped
@Transactional
public class AppEditing {

    private static final Set<String> MEMBERS = Set.of("account_id", "name", "scopes");

    @Inject Apps apps;

    @Inject WebhookSecrets webhookSecrets;

    @Inject QuotaSettings quotas;

    @Inject AccountDirectory accounts;

    @Inject Clock clock;

    @Inject Changes changes;

    /** A new app with its secrets, which cannot be read again later. */
    public ResourceView register(Actor actor, JsonDocument body) {
        var form = Form.of(body, MEMBERS);
        var account = accounts.meantBy(actor, form.account());
        var name = form.required("name", 255);
        var scopes = scopes(actor, form);
        quotas.apps().admit(() -> apps.count(account), 1);
        var secret = ClientSecret.make();
        var app = new App(account, secret, name, scopes, clock.instant());
        var webhookSecret = WebhookSecret.make();
        apps.add(app);
        webhookSecrets.keep(app.id(), webhookSecret);
        changes.tell(Change.of(actor, Action.CREATED, Kind.APP, app).to(seen(app)));
        return AppView.of(app, Optional.of(secret), Optional.of(webhookSecret));
    }

    /**
     * @throws UnknownResource when there is none in an account that the actor may access
     */
    public ResourceView view(Actor actor, UUID id) {
        return AppView.of(named(actor, id));
    }

    private App named(Actor actor, UUID id) {
        return actor.reachable(apps.find(id));
    }

    public JsonObject page(Actor actor, ListRequest request) {
        return apps.page(accounts.meantBy(actor, request.account()), request).json(AppView::of);
    }

    public ResourceView replace(Actor actor, UUID id, IfMatch ifMatch, JsonDocument body) {
        return change(actor, id, ifMatch, app -> Form.of(body, MEMBERS));
    }

    public ResourceView patch(Actor actor, UUID id, IfMatch ifMatch, JsonDocument patch) {
        return change(
                actor, id, ifMatch, app -> Form.patched(AppView.members(app), patch, MEMBERS));
    }

    private ResourceView change(Actor actor, UUID id, IfMatch ifMatch, Function<App, Form> forms) {
        var app = managed(actor, id, ifMatch);
        var form = forms.apply(app);
        form.keepAccount(app.account());
        var name = form.required("name", 255);
        var before = seen(app);
        app.change(name, scopes(actor, form), clock.instant());
        apps.flush();
        changes.tell(Change.of(actor, Action.UPDATED, Kind.APP, app).from(before).to(seen(app)));
        return AppView.of(app);
    }

    /** Makes a new secret; the old secret and all tokens become invalid. */
    public ResourceView renewSecret(Actor actor, UUID id, IfMatch ifMatch) {
        var app = managed(actor, id, ifMatch);
        var secret = ClientSecret.make();
        app.change(secret, clock.instant());
        apps.flush();
        changes.tell(Change.of(actor, Action.SECRET_RENEWED, Kind.APP, app));
        return AppView.of(app, Optional.of(secret), Optional.empty());
    }

    /** Makes a new webhook secret, which signs from now on; the client secret stays. */
    public ResourceView renewWebhookSecret(Actor actor, UUID id, IfMatch ifMatch) {
        var app = managed(actor, id, ifMatch);
        var secret = WebhookSecret.make();
        app.changeWebhookSecret(clock.instant());
        apps.flush();
        webhookSecrets.keep(id, secret);
        changes.tell(Change.of(actor, Action.WEBHOOK_SECRET_RENEWED, Kind.APP, app));
        return AppView.of(app, Optional.empty(), Optional.of(secret));
    }

    public void remove(Actor actor, UUID id, IfMatch ifMatch) {
        var app = named(actor, id);
        ifMatch.check(app);
        var before = seen(app);
        apps.remove(app);
        changes.tell(Change.of(actor, Action.DELETED, Kind.APP, app).from(before));
    }

    private JsonObject seen(App app) {
        return changes.seen(Kind.APP, () -> AppView.members(app));
    }

    private App managed(Actor actor, UUID id, IfMatch ifMatch) {
        var app = named(actor, id);
        actor.mustHold(app.scopes());
        ifMatch.check(app);
        return app;
    }

    private Set<Scope> scopes(Actor actor, Form form) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var word : form.texts("scopes")) {
            Scope.of(word)
                    .filter(Scope.OF_APPS::contains)
                    .ifPresentOrElse(
                            scopes::add,
                            () ->
                                    form.fault(
                                            "scopes",
                                            "holds a scope that is unknown, or not for apps"));
        }
        if (scopes.isEmpty()) {
            form.fault("scopes", "must name at least one scope");
        }
        form.check();
        actor.mustHold(scopes);
        return scopes;
    }
}
