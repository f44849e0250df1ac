package com.xpkit.sociallink.profile;

import java.util.Optional;

/**
 * A visitor in the terms of profiles. An empty value was not sent and overwrites nothing.
 *
 * @param appId the Official Account through which they came
 * @param openid their id in that account; case-sensitive
 * @param unionid their id in all Official Accounts of one owner
 * @param hasConsented whether more than the OpenID may be saved
 * @param gender {@code Male} or {@code Female}
 */
public record LinkedVisitor(
        String appId,
        String openid,
        Optional<String> unionid,
        boolean hasConsented,
        Optional<String> nickname,
        Optional<String> headimgurl,
        Optional<String> gender,
        Optional<String> city,
        Optional<String> province,
        Optional<String> country) {

    /** Leaves out the nickname, which must not reach a log. */
    @Override
    public String toString() {
        return "LinkedVisitor";
    }
}
