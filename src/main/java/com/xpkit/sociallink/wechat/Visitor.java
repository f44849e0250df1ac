package com.xpkit.sociallink.wechat;

import java.util.Optional;

/**
 * What WeChat reported about a visitor. Empty values are left out, and so is everything that cannot be displayed or
 * stored: control characters, unpaired surrogates.
 *
 * @param appId the Official Account
 * @param openid the visitor's id in that account; case-sensitive
 * @param unionid the visitor's id in all Official Accounts of one owner, if WeChat reports it
 * @param told what the visitor consented to disclose; empty for {@link AuthType#SNSAPI_BASE}
 */
public record Visitor(String appId, String openid, Optional<String> unionid, Optional<Told> told) {

    /**
     * @param gender {@code Male} or {@code Female}
     * @param headimgurl an http or https address
     */
    public record Told(
            Optional<String> nickname,
            Optional<String> headimgurl,
            Optional<String> gender,
            Optional<String> city,
            Optional<String> province,
            Optional<String> country) {}

    /** Leaves out the nickname, which must not reach a log. */
    @Override
    public String toString() {
        return "Visitor";
    }
}
