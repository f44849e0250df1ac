package com.xpkit.sociallink.link;

/** The documented error codes of a link, and two integrators' mistakes that have none. */
public enum LinkError {
    NOT_IN_WECHAT(
            100,
            "请在微信中打开此链接。",
            "This link works inside WeChat only.",
            "复制链接，发送到微信聊天中再点击打开。",
            "Copy the link, send it to a WeChat chat and open it there."),
    ADDRESS_NOT_ALLOWED(
            101,
            "返回地址无效或未获允许。",
            "The address to return to is missing, malformed or not allowed.",
            "请联系该应用的提供者。",
            "Please tell whoever runs the application: the domain must be in its configuration."),
    NO_CODE(
            102,
            "授权未完成或已过期。",
            "WeChat's authorisation was not completed, or it has lapsed.",
            "请返回应用并重试。",
            "Go back to the application and try again."),
    NO_TOKEN(
            103,
            "微信没有确认您的身份。",
            "WeChat did not confirm who you are.",
            "请稍后返回应用并重试。",
            "Go back to the application and try again in a moment."),
    NO_PROFILE(
            104,
            "您的资料无法读取或保存。",
            "Your profile could not be read from WeChat or saved.",
            "请稍后返回应用并重试。",
            "Go back to the application and try again in a moment."),
    UNKNOWN_ACCOUNT(
            105,
            "链接不完整或已失效。",
            "The account that the link names is missing or unknown.",
            "请联系该应用的提供者。",
            "Please tell whoever runs the application: account_id is wrong."),
    SNAPSHOT_VISITOR(
            106,
            "您正在浏览快照页。",
            "You are seeing a snapshot of the page.",
            "请点击右下角“使用完整服务”后重试。",
            "Tap \"use the full service\" at the lower right, then try again."),
    UNKNOWN_AUTH_TYPE(
            "链接的参数 auth_type 无效。",
            "The link's auth_type is unknown.",
            "请联系该应用的提供者。",
            "Please tell whoever runs the application: auth_type must be snsapi_base or"
                    + " snsapi_userinfo."),
    UNENCODED_ADDRESS(
            "链接中的 application_uri 未经 URL 编码，其自身的参数因此丢失。",
            "The link's application_uri is not percent-encoded, so parameters of its own fell out of"
                    + " it.",
            "请联系该应用的提供者：application_uri 必须先编码（例如使用 encodeURIComponent）。",
            "Please tell whoever runs the application: application_uri must be percent-encoded, with"
                    + " encodeURIComponent for example.");

    private final int code;
    private final String meaningInChinese;
    private final String meaning;
    private final String adviceInChinese;
    private final String advice;

    /** An integrator's mistake. */
    LinkError(String meaningInChinese, String meaning, String adviceInChinese, String advice) {
        this(0, meaningInChinese, meaning, adviceInChinese, advice);
    }

    LinkError(
            int code,
            String meaningInChinese,
            String meaning,
            String adviceInChinese,
            String advice) {
        this.code = code;
        this.meaningInChinese = meaningInChinese;
        this.meaning = meaning;
        this.adviceInChinese = adviceInChinese;
        this.advice = advice;
    }

    /** The code that applications see. It is 0 in the log and the metrics for an integrator's mistake. */
    public int code() {
        return code;
    }

    /** Whether the link itself is wrong. There is no code for it, and the visitor is not sent back. */
    boolean isIntegratorsMistake() {
        return code == 0;
    }

    /** Whether only this code is spent: another code of the flow may lead to a profile. */
    boolean isOfTheCode() {
        return this == NO_PROFILE || this == SNAPSHOT_VISITOR;
    }

    String meaningInChinese() {
        return meaningInChinese;
    }

    String meaning() {
        return meaning;
    }

    String adviceInChinese() {
        return adviceInChinese;
    }

    String advice() {
        return advice;
    }

    static LinkError of(int code) {
        for (var error : values()) {
            if (error.code == code) {
                return error;
            }
        }
        throw new IllegalArgumentException("no error code " + code);
    }
}
