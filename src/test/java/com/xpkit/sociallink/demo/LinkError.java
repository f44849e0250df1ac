package com.xpkit.sociallink.demo;

import java.util.Arrays;
import java.util.Optional;

/** The contract's error codes, in words for visitors. */
enum LinkError {
    NOT_WECHAT(100, "请在微信中打开", "This browser is not WeChat"),
    FORBIDDEN_ADDRESS(101, "应用地址不被允许", "The application_uri is missing, malformed or not allowed"),
    NO_CODE(
            102,
            "没有得到授权",
            "WeChat sent no code, or the link lapsed; the visitor may have declined"),
    NO_TOKEN(103, "微信没有响应", "WeChat gave no token: refused, unreachable or too late"),
    NO_PROFILE(104, "资料无法读取或保存", "The profile could not be read from WeChat or saved"),
    UNKNOWN_ACCOUNT(105, "账号不存在", "The account_id is missing or unknown"),
    SNAPSHOT_VISITOR(106, "请先点击“使用完整服务”", "A snapshot page: tap “use the full service” first");

    private final int code;
    private final String chinese;
    private final String english;

    LinkError(int code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    static Optional<LinkError> find(String code) {
        return Arrays.stream(values())
                .filter(error -> Integer.toString(error.code).equals(code))
                .findAny();
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }
}
