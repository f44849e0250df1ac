package com.xpkit.sociallink.wechat;

/** WeChat did not say who the visitor is; the message is safe to log. */
public class WeChatFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How far the exchange came, and what stopped it. */
    public enum Kind {
        /** The code is wrong, expired or spent, perhaps by another callback of the same flow. */
        CODE_REFUSED,
        /** Refused for another reason, or the token's answer is unreadable or makes no sense. */
        NO_TOKEN,
        /** No answer in time, or no call: the circuit breaker is open, or there are too many visitors. */
        UNREACHABLE,
        /** There was a token, so the code is spent, but the profile did not arrive. */
        NO_PROFILE,
        /** The visitor is a snapshot page's virtual user. */
        SNAPSHOT_VISITOR
    }

    private final Kind kind;

    /**
     * @param reason without any address, secret, code or token
     */
    public WeChatFailure(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
