package com.xpkit.sociallink.simulator;

/** The pages that WeChat shows instead of continuing; none of them is ever a callback. */
public enum ErrorPage {
    OUTSIDE_WECHAT(0, "请在微信客户端打开链接", "Open this link inside WeChat"),
    WRONG_ORDER(0, "链接无法访问", "The link's parameters are not in the order WeChat checks"),
    WRONG_RESPONSE_TYPE(0, "response_type 参数错误", "response_type has to be code"),
    STATE_TOO_LONG(0, "state 参数过长", "The state is longer than 128 bytes"),
    UNKNOWN_APPID(0, "AppID 参数错误", "No Official Account has this appid"),
    WRONG_DOMAIN(
            10003,
            "redirect_uri域名与后台配置不一致",
            "The host of redirect_uri is not the account's web-authorisation domain"),
    NO_SCOPE_PERMISSION(10005, "Scope 参数错误或没有 Scope 权限", "Unknown scope, or the account lacks it"),
    SCOPE_EMPTY(10010, "scope 不能为空", "The scope is empty"),
    REDIRECT_URI_EMPTY(10011, "redirect_uri 不能为空", "The redirect_uri is empty"),
    APPID_EMPTY(10012, "appid 不能为空", "The appid is empty"),
    STATE_EMPTY(10013, "state 不能为空", "The state is empty"),
    LOST_SHEET(0, "页面已失效", "This sheet is no longer valid");

    private final int code;
    private final String chinese;
    private final String english;

    ErrorPage(int code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    /** WeChat's number on the page, 0 where it shows none. */
    public int code() {
        return code;
    }

    Page page() {
        return Page.of("/simulator/error.html")
                .with("chinese", code == 0 ? chinese : chinese + "，错误码:" + code)
                .with("english", english);
    }
}
