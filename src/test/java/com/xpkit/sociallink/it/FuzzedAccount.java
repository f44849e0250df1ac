package com.xpkit.sociallink.it;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.fuzz.Target;
import com.xpkit.sociallink.simulator.OfficialAccount;

/**
 * An account for generated requests to aim at, with one resource of each kind. It is replaced after a while, so that
 * what the requests write neither fills nor changes it much.
 *
 * @param client of an app that the requests do not aim at
 */
record FuzzedAccount(Target target, ApiClient client) implements AutoCloseable {

    private static final String[] SCOPES = {
        "configuration:read", "configuration:write", "profile:read", "profile:write",
        "app:read", "app:write", "job:read", "account:read"
    };

    static FuzzedAccount open() {
        var operator = Service.operator();
        var account = operator.openAccount();
        var tenant = new Tenant(account, operator.appOf(account, SCOPES));
        var domain = Service.unique("app-") + ".example.com";
        var first = tenant.create("{'wechat_openid':['oA'],'email':['a@b.c'],'first_name':'A'}");
        var other = tenant.profile("{'wechat_openid':['oB'],'points':7}");
        return new FuzzedAccount(
                new Target(
                        account,
                        first.id(),
                        other,
                        operator.registerApp(account, "profile:read").getString("client_id"),
                        operator.configure(account, official(), domain),
                        tenant.send("POST", "/api/profiles/", "{'profiles':[{}]}")
                                .json()
                                .getString("job_id"),
                        first.etag(),
                        tenant.list("x__limit=1").json().getString("next_token"),
                        domain),
                tenant.client());
    }

    private static OfficialAccount official() {
        return Service.officialAccount();
    }

    /** Deletes all that it contains as well. */
    @Override
    public void close() {
        Service.operator().delete("/api/account/" + target.account() + "/?cascade=true");
    }
}
