package com.xpkit.sociallink.profile;

/**
 * What WeChat told of an OpenID through one Official Account, as a profile's {@code social} shows it.
 *
 * @param appId never null; the others are null when they are not known
 */
record SocialEntry(String appId, String nickname, String headimgurl, String unionid) {

    /** A nickname is nobody's business in a log. */
    @Override
    public String toString() {
        return "SocialEntry";
    }
}
