package com.xpkit.sociallink.wechat;

import java.util.Arrays;
import java.util.Optional;

/** What the visitor is asked for: the scope of WeChat's OAuth 2. */
public enum AuthType {
    /** Silent: only the OpenID. */
    SNSAPI_BASE,
    /** With the visitor's consent: nickname, avatar and everything else that WeChat discloses. */
    SNSAPI_USERINFO;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<AuthType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
