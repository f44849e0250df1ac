package com.xpkit.sociallink.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.JsonObject;
import java.net.URI;

/** An account that links visitors: its app, its Official Account and the configuration between them. */
record Shop(String account, String configuration, OfficialAccount official, Portal portal) {

    static final String DOMAIN = "app.example.com";
    static final String HOME = "https://app.example.com/welcome";

    private static final String[] SCOPES = {
        "configuration:read", "configuration:write", "profile:read", "app:read", "account:read"
    };

    static Shop open() {
        return open(Service.officialAccount());
    }

    static Shop open(OfficialAccount official) {
        var operator = Portal.operator();
        var account = operator.openAccount();
        var configuration = operator.configure(account, official, DOMAIN);
        return new Shop(account, configuration, official, operator.appOf(account, SCOPES));
    }

    /** The link that asks for no consent and learns the OpenID alone. */
    URI silentLink() {
        return link("snsapi_base", HOME);
    }

    URI consentLink() {
        return link("snsapi_userinfo", HOME);
    }

    URI linkTo(String applicationUri) {
        return link("snsapi_base", applicationUri);
    }

    private URI link(String authType, String applicationUri) {
        return authorise(
                "account_id=%s&auth_type=%s&application_uri=%s"
                        .formatted(account, authType, Portal.encode(applicationUri)));
    }

    static URI authorise(String query) {
        return URI.create(Service.URL + "/api/wechat/authorise/?" + query);
    }

    String openid(Visitor visitor) {
        return visitor.openid(official.appId());
    }

    JsonObject profile(String id) {
        return portal.get("/api/profile/" + id + "/").resource();
    }

    /** The id of the one profile that the account holds. */
    String onlyProfile() {
        var results = portal.get("/api/profile/").results();
        assertThat(results).hasSize(1);
        return results.get(0).getString("resource_id");
    }

    /** How many profiles the account holds. */
    int profiles() {
        return portal.get("/api/profile/").json().getInt("count");
    }
}
