package com.xpkit.sociallink.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.Scope;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.JsonObject;
import java.net.URI;

/** An account that links visitors: its app, its Official Account and the configuration between them. */
public record Shop(Tenant tenant, String configuration, OfficialAccount official) {

    public static final String DOMAIN = "app.example.com";
    public static final String HOME = "https://app.example.com/welcome";

    private static final String[] SCOPES = {
        "configuration:read", "configuration:write", "profile:read", "app:read", "account:read"
    };

    /** @param official an Official Account that WeChat already knows */
    public static Shop open(ApiClient operator, OfficialAccount official) {
        var account = operator.openAccount();
        var configuration = operator.configure(account, official, DOMAIN);
        var tenant = new Tenant(account, operator.appOf(account, SCOPES));
        return new Shop(tenant, configuration, official);
    }

    public String account() {
        return tenant.account();
    }

    public ApiClient client() {
        return tenant.client();
    }

    /** The link that asks for no consent and learns only the OpenID. */
    public URI silentLink() {
        return linkTo(HOME);
    }

    public URI consentLink() {
        return tenant.link(Scope.SNSAPI_USERINFO, HOME);
    }

    public URI linkTo(String applicationUri) {
        return tenant.link(Scope.SNSAPI_BASE, applicationUri);
    }

    public String openid(Visitor visitor) {
        return visitor.openid(official.appId());
    }

    public JsonObject profile(String id) {
        return tenant.read(id).resource();
    }

    /** The id of the one profile that the account holds. */
    public String onlyProfile() {
        var ids = tenant.find("");
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    /** How many profiles the account holds. */
    public int profiles() {
        return tenant.list("").json().getInt("count");
    }
}
