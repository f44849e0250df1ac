package com.xpkit.sociallink.wechat;

/**
 * A WeChat Official Account as WeChat knows it.
 *
 * @param appId such as {@code wx0123456789abcdef}
 * @param secret the app secret, in the clear
 */
public record OfficialAccount(String appId, String secret) {

    @Override
    public String toString() {
        return "OfficialAccount " + appId;
    }
}
