package com.xpkit.sociallink.wechat;

/** Nobody answered in time, or the way to WeChat is closed for the moment; the breaker counts these. */
public class WeChatUnreachable extends WeChatFailure {

    private static final long serialVersionUID = 1L;

    WeChatUnreachable(String reason) {
        super(Kind.UNREACHABLE, reason);
    }
}
