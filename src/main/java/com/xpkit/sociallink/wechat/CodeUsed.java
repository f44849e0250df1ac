package com.xpkit.sociallink.wechat;

/**
 * The code was valid and is spent (errcode 40163): by another callback of the same flow, or by another flow to which
 * WeChat gave the same code.
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
