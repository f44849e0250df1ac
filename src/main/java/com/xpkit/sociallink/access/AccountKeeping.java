package com.xpkit.sociallink.access;

import com.xpkit.sociallink.api.Changed;
import com.xpkit.sociallink.api.Conflict;
import com.xpkit.sociallink.api.Expected;
import com.xpkit.sociallink.api.Form;
import com.xpkit.sociallink.api.HeldByAccount;
import com.xpkit.sociallink.api.JsonDocument;
import com.xpkit.sociallink.api.UnknownResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What the operator does with accounts. */
@ApplicationScoped
@Transactional
public class AccountKeeping {

    private static final Set<String> MEMBERS = Set.of("name");

    @Inject Accounts accounts;

    @Inject Apps apps;

    @Inject Clock clock;

    @Inject @Any Instance<HeldByAccount> holdings;

    @Inject Event<Changed> changes;

    public Account open(JsonDocument body) {
        var account = new Account(UUID.randomUUID(), name(Form.of(body, MEMBERS)), clock.instant());
        accounts.add(account);
        holdings.forEach(held -> held.openFor(account.id()));
        changes.fire(new Changed(account.id()));
        return account;
    }

    /**
     * @throws UnknownResource when there is none
     */
    public Account named(UUID id) {
        return accounts.find(id).orElseThrow(UnknownResource::new);
    }

    public Account replace(UUID id, Expected expected, JsonDocument body) {
        return change(id, expected, account -> Form.of(body, MEMBERS));
    }

    public Account patch(UUID id, Expected expected, JsonDocument patch) {
        return change(
                id,
                expected,
                account -> Form.patched(AccountView.members(account), patch, MEMBERS));
    }

    private Account change(UUID id, Expected expected, Function<Account, Form> form) {
        var account = named(id);
        expected.check(account);
        account.rename(name(form.apply(account)), clock.instant());
        accounts.flush();
        changes.fire(new Changed(id));
        return account;
    }

    private static String name(Form form) {
        var name = form.required("name", 255);
        form.check();
        return name;
    }

    /**
     * @param isCascading whether profiles go with it; else an account that holds some stays
     */
    public void close(UUID id, Expected expected, boolean isCascading) {
        var account = named(id);
        expected.check(account);
        if (!isCascading && holdings.stream().anyMatch(held -> held.standsInTheWay(id))) {
            throw new Conflict(
                    "The account holds profiles: delete them first, or all with ?cascade=true.");
        }
        holdings.forEach(held -> held.stopWorkFor(id));
        holdings.forEach(held -> held.deleteAllOf(id));
        apps.removeAllOf(id).forEach(app -> changes.fire(new Changed(app)));
        accounts.remove(account);
        changes.fire(new Changed(id));
    }
}
