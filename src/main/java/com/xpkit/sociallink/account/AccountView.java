package com.xpkit.sociallink.account;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.rest.ResourceView;
import jakarta.json.JsonObject;

/** An account as the API shows it. */
final class AccountView {

    private AccountView() {}

    static ResourceView of(Account account) {
        var resource =
                JSON.createObjectBuilder(members(account))
                        .add("created", account.created().toString())
                        .add("last_modified", account.lastModified().toString())
                        .build();
        return new ResourceView("/api/account/", account, resource);
    }

    /** The members that a caller may change. */
    static JsonObject members(Account account) {
        return JSON.createObjectBuilder().add("name", account.name()).build();
    }
}
