package com.xpkit.sociallink.profile;

import java.util.Optional;

/** Visitors as WeChat returns them. */
public final class VisitorMother {

    private VisitorMother() {}

    /** Only the OpenID is known. */
    public static LinkedVisitor silent(String appId, String openid) {
        return visitor(appId, openid, Optional.empty(), false, Optional.empty());
    }

    /** Consented, but without any values. */
    static LinkedVisitor taciturn(String appId, String openid) {
        return visitor(appId, openid, Optional.empty(), true, Optional.empty());
    }

    static LinkedVisitor named(String appId, String openid, String nickname) {
        return visitor(appId, openid, Optional.empty(), true, Optional.of(nickname));
    }

    /** With all values. */
    static LinkedVisitor xiaoming(String appId, String openid, String unionid) {
        return new LinkedVisitor(
                appId,
                openid,
                Optional.of(unionid),
                true,
                Optional.of("小明"),
                Optional.of("https://thirdwx.qlogo.cn/1/132"),
                Optional.of("Male"),
                Optional.of("广州"),
                Optional.of("广东"),
                Optional.of("中国"));
    }

    private static LinkedVisitor visitor(
            String appId,
            String openid,
            Optional<String> unionid,
            boolean hasConsented,
            Optional<String> nickname) {
        return new LinkedVisitor(
                appId,
                openid,
                unionid,
                hasConsented,
                nickname,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
