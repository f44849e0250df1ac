package com.xpkit.sociallink.wechat;

import java.util.Optional;

/**
 * What WeChat told about a visitor. Nothing that it told empty is here, and nothing that cannot be shown
 * or stored: control characters, halves of surrogate pairs.
 *
 * @param appId through which Official Account
 * @param openid the visitor's id there; case-sensitive
 * @param unionid the same in all Official Accounts of one owner, when WeChat tells it
 * @param told what the visitor consented to tell; empty for {@link AuthType#SNSAPI_BASE}
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

    /** A nickname is nobody's business in a log. */
    @Override
    public String toString() {
        return "Visitor";
    }
}
