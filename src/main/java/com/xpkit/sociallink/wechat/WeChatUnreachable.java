package com.xpkit.sociallink.wechat;

/**
 * No answer in time, or the circuit breaker or bulkhead refuses calls at the moment; the breaker counts these failures.
 */
public class WeChatUnreachable extends WeChatFailure {

    private static final long serialVersionUID = 1L;

    WeChatUnreachable(String reason) {
        super(Kind.UNREACHABLE, reason);
    }
}
