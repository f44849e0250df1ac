package com.xpkit.sociallink.wechat;

/**
 * No answer in time, or no call: the circuit breaker is open, or there are too many visitors. The breaker counts calls
 * that end like this.
 */
public class WeChatUnreachable extends WeChatFailure {

    private static final long serialVersionUID = 1L;

    WeChatUnreachable(String reason) {
        super(Kind.UNREACHABLE, reason);
    }
}
