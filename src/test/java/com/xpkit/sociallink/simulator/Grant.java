package com.xpkit.sociallink.simulator;

/** What a visitor allowed: which account may know them, and how much. */
record Grant(OfficialAccount account, Visitor visitor, Scope scope) {

    String openid() {
        return visitor.openid(account.appId());
    }

    // snsapi_base shows no snapshot page
    boolean onSnapshotPage() {
        return visitor.snapshot() && scope == Scope.SNSAPI_USERINFO;
    }
}
