package com.xpkit.sociallink.wechat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the visitor is asked for: the scope of WeChat's OAuth 2. */
public enum AuthType {
    /** Silent: only the OpenID. */
    SNSAPI_BASE,
    /** With the visitor's consent: nickname, avatar and everything else that WeChat discloses. */
    SNSAPI_USERINFO;

    private final String word = name().toLowerCase(Locale.ROOT);

    public String word() {
        return word;
    }

    public static Optional<AuthType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
