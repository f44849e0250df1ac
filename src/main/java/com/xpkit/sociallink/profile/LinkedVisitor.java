package com.xpkit.sociallink.profile;

import java.util.Optional;

/**
 * A visitor as profiles know them. Whatever is empty here was not told and overwrites nothing.
 *
 * @param appId the Official Account through which they came
 * @param openid their id there; case-sensitive
 * @param unionid the same in all Official Accounts of one owner
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

    /** A nickname is nobody's business in a log. */
    @Override
    public String toString() {
        return "LinkedVisitor";
    }
}
