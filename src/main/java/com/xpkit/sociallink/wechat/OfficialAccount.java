package com.xpkit.sociallink.wechat;

/**
 * A WeChat Official Account as WeChat identifies it.
 *
 * @param appId such as {@code wx0123456789abcdef}
 * @param secret the app secret, in clear text
 */
public record OfficialAccount(String appId, String secret) {

    @Override
    public String toString() {
        return "OfficialAccount " + appId;
    }
}
