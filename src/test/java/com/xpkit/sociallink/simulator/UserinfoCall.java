package com.xpkit.sociallink.simulator;

/** {@code /sns/userinfo}: who the visitor of a consent token is. */
final class UserinfoCall implements Route {

    private final AccessTokens tokens;
    private final ProfileShape shape;

    UserinfoCall(AccessTokens tokens, ProfileShape shape) {
        this.tokens = tokens;
        this.shape = shape;
    }

    @Override
    public Answer answer(Request request) {
        Parameters sent = request.parameters();
        Refused.when(sent.first("access_token").isEmpty(), 41001);
        Refused.when(sent.first("openid").isEmpty(), 41009);
        Grant grant = tokens.grant(sent.first("access_token"));
        Refused.when(!grant.openid().equals(sent.first("openid")), 40003);
        Refused.when(grant.scope() != Scope.SNSAPI_USERINFO, 48001);
        return Answer.json(json(grant));
    }

    private byte[] json(Grant grant) {
        Visitor visitor = grant.visitor();
        WeChatJson json =
                new WeChatJson()
                        .text("openid", grant.openid())
                        .text("nickname", visitor.nickname().bytes());
        visitor.shape().orElse(shape).describe(visitor, json);
        json.text("headimgurl", visitor.headimgurl()).emptyArray("privilege");
        grant.account().unionid(grant).ifPresent(unionid -> json.text("unionid", unionid));
        return json.bytes();
    }
}
