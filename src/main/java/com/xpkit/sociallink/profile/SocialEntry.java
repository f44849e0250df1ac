package com.xpkit.sociallink.profile;

/**
 * What WeChat sent about an OpenID of one Official Account, as a profile's {@code social} shows it.
 *
 * @param appId never null; the others are null when unknown
 */
record SocialEntry(String appId, String nickname, String headimgurl, String unionid) {

    /** Leaves out the nickname, which must not reach a log. */
    @Override
    public String toString() {
        return "SocialEntry";
    }
}
