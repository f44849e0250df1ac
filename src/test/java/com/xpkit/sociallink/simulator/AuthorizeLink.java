package com.xpkit.sociallink.simulator;

/** A link to the authorise page that passed WeChat's checks. */
record AuthorizeLink(OfficialAccount account, String redirectUri, Scope scope, String state) {

    Callback callback() {
        return new Callback(redirectUri, state);
    }

    Grant grantedBy(Visitor visitor) {
        return new Grant(account, visitor, scope);
    }
}
