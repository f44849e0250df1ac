package com.xpkit.sociallink.wechat;

/** WeChat did not say who the visitor is; the message is fit for a log. */
public class WeChatFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How far the exchange came, and what stopped it. */
    public enum Kind {
        /** The code is wrong, lapsed or spent: maybe by another callback of the same flow. */
        CODE_REFUSED,
        /** Refused for another reason, garbage, or no sense in the token's answer. */
        NO_TOKEN,
        /** Nobody answered in time, or the way to WeChat is closed for the moment. */
        UNREACHABLE,
        /** There was a token, so the code is spent, but the profile did not come. */
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
