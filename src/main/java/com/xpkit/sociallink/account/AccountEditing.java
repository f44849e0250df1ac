package com.xpkit.sociallink.account;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.HeldByAccount;
import com.xpkit.sociallink.kernel.change.Change;
import com.xpkit.sociallink.kernel.change.Change.Action;
import com.xpkit.sociallink.kernel.change.Change.Kind;
import com.xpkit.sociallink.kernel.change.Changes;
import com.xpkit.sociallink.platform.error.Conflict;
import com.xpkit.sociallink.platform.error.Forbidden;
import com.xpkit.sociallink.platform.error.UnknownResource;
import com.xpkit.sociallink.platform.json.Form;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.listing.ListRequest;
import com.xpkit.sociallink.platform.rest.IfMatch;
import com.xpkit.sociallink.platform.rest.ResourceView;
import com.xpkit.sociallink.platform.storage.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The use cases of accounts, most of them for the operator. */
@ApplicationScoped
@Transactional
public class AccountEditing {

    private static final Set<String> MEMBERS = Set.of("name");

    @Inject Accounts accounts;

    @Inject Apps apps;

    @Inject Clock clock;

    @Inject @Any Instance<HeldByAccount> holdings;

    @Inject Changes changes;

    /**
     * @throws Forbidden unless the actor is the operator
     */
    public JsonObject page(Actor actor, ListRequest request) {
        actor.mustBeOperator();
        return accounts.page(request).json(AccountView::of);
    }

    /**
     * @throws Forbidden unless the actor is the operator
     */
    public ResourceView open(Actor actor, JsonDocument body) {
        actor.mustBeOperator();
        var account = new Account(name(Form.of(body, MEMBERS)), clock.instant());
        accounts.add(account);
        holdings.forEach(held -> held.openFor(account.id()));
        changes.tell(Change.of(actor, Action.CREATED, Kind.ACCOUNT, account).to(seen(account)));
        return AccountView.of(account);
    }

    /**
     * The account of the actor.
     *
     * @throws UnknownResource when the actor has none
     */
    public ResourceView own(Actor actor) {
        return view(actor, actor.ownAccount());
    }

    /**
     * @throws UnknownResource when there is none that the actor may access
     */
    public ResourceView view(Actor actor, UUID id) {
        return AccountView.of(found(actor.reachable(id)));
    }

    /** An app may not change its own account, and does not see any other. */
    private Account writable(Actor actor, UUID id, IfMatch ifMatch) {
        actor.reachable(id);
        actor.mustBeOperator();
        var account = found(id);
        ifMatch.check(account);
        return account;
    }

    private Account found(UUID id) {
        return accounts.find(id).orElseThrow(UnknownResource::new);
    }

    public ResourceView replace(Actor actor, UUID id, IfMatch ifMatch, JsonDocument body) {
        return change(actor, id, ifMatch, account -> Form.of(body, MEMBERS));
    }

    public ResourceView patch(Actor actor, UUID id, IfMatch ifMatch, JsonDocument patch) {
        return change(
                actor,
                id,
                ifMatch,
                account -> Form.patched(AccountView.members(account), patch, MEMBERS));
    }

    private ResourceView change(
            Actor actor, UUID id, IfMatch ifMatch, Function<Account, Form> form) {
        var account = writable(actor, id, ifMatch);
        var before = seen(account);
        account.rename(name(form.apply(account)), clock.instant());
        accounts.flush();
        changes.tell(
                Change.of(actor, Action.UPDATED, Kind.ACCOUNT, account)
                        .from(before)
                        .to(seen(account)));
        return AccountView.of(account);
    }

    private static String name(Form form) {
        var name = form.required("name", 255);
        form.check();
        return name;
    }

    /**
     * @param isCascading whether its profiles are deleted too; otherwise an account with profiles stays
     */
    public void close(Actor actor, UUID id, IfMatch ifMatch, boolean isCascading) {
        var account = writable(actor, id, ifMatch);
        if (!isCascading && holdings.stream().anyMatch(held -> held.blocksDeletion(id))) {
            throw new Conflict(
                    "The account holds profiles: delete them first, or all with ?cascade=true.");
        }
        var before = seen(account);
        holdings.forEach(held -> held.stopWorkFor(id));
        Patience.during(Patience.LONG, () -> holdings.forEach(held -> held.deleteAllOf(actor, id)));
        apps.removeAllOf(id)
                .forEach(app -> changes.tell(Change.of(actor, Action.DELETED, Kind.APP, id, app)));
        accounts.remove(account, clock.instant());
        changes.tell(Change.of(actor, Action.DELETED, Kind.ACCOUNT, account).from(before));
    }

    private JsonObject seen(Account account) {
        return changes.seen(Kind.ACCOUNT, () -> AccountView.members(account));
    }
}
