package com.xpkit.sociallink.simulator;

/** {@code /sns/oauth2/access_token}: spends a code. The order of the checks is a choice; WeChat's is undocumented. */
final class TokenCall implements Route {

    private final OfficialAccounts accounts;
    private final Codes codes;
    private final AccessTokens tokens;
    private final Logbook logbook;

    TokenCall(OfficialAccounts accounts, Codes codes, AccessTokens tokens, Logbook logbook) {
        this.accounts = accounts;
        this.codes = codes;
        this.tokens = tokens;
        this.logbook = logbook;
    }

    @Override
    public Answer answer(Request request) {
        Parameters sent = request.parameters();
        Refused.when(sent.first("appid").isEmpty(), 41002);
        Refused.when(sent.first("secret").isEmpty(), 41004);
        Refused.when(sent.first("code").isEmpty(), 41008);
        Refused.when(!sent.first("grant_type").equals("authorization_code"), 40002);
        OfficialAccount account = authenticated(sent);
        return Answer.json(json(codes.spend(sent.first("code"), account)));
    }

    private OfficialAccount authenticated(Parameters sent) {
        OfficialAccount account =
                accounts.find(sent.first("appid")).orElseThrow(() -> new Refused(40013));
        boolean right = account.secret().equals(sent.first("secret"));
        logbook.secret(right);
        Refused.when(!right, 40125);
        return account;
    }

    // no token_type, no errcode; is_snapshotuser and unionid only if they have a value
    private byte[] json(Grant grant) {
        WeChatJson json =
                new WeChatJson()
                        .text("access_token", tokens.issue(grant))
                        .number("expires_in", AccessTokens.LIFETIME.toSeconds())
                        .text("refresh_token", tokens.word())
                        .text("openid", grant.openid())
                        .text("scope", grant.scope().wire());
        if (grant.onSnapshotPage()) {
            json.number("is_snapshotuser", 1);
        }
        grant.account().unionid(grant).ifPresent(unionid -> json.text("unionid", unionid));
        return json.bytes();
    }
}
