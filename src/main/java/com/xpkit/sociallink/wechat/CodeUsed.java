package com.xpkit.sociallink.wechat;

/**
 * The code was good once and is spent (errcode 40163): by another callback of the flow, or by another flow that
 * WeChat handed the same code to.
 */
public class CodeUsed extends WeChatFailure {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason without any address, secret, code or token
     */
    public CodeUsed(String reason) {
        super(Kind.CODE_REFUSED, reason);
    }
}
