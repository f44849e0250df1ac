package com.xpkit.sociallink.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthorisePageTest {

    @Test
    void hasItsParametersInExactlyTheOrderThatWeChatChecks() {
        var wechat = with(WeChatSettingsMother.shipped());

        var page = page(wechat, AuthType.SNSAPI_BASE);

        assertThat(page)
                .hasToString(
                        "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1"
                                + "&redirect_uri=https%3A%2F%2Flink.example.com%2Fapi%2Fwechat%2F"
                                + "callback%2F%3Fflow%3Da-b_c&response_type=code"
                                + "&scope=snsapi_base&state=0a1b&connect_redirect=1"
                                + "#wechat_redirect");
    }

    @Test
    void asksForConsentByTheScope() {
        var wechat = with(WeChatSettingsMother.shipped());

        assertThat(page(wechat, AuthType.SNSAPI_USERINFO).getQuery())
                .contains("&scope=snsapi_userinfo&");
    }

    @Test
    void leavesConnectRedirectOutWhenToldTo() {
        var wechat = with(WeChatSettingsMother.with("connect-redirect", "false"));

        assertThat(page(wechat, AuthType.SNSAPI_BASE).toString())
                .endsWith("&state=0a1b#wechat_redirect");
    }

    @Test
    void leadsToAnotherWeChatWhenToldTo() {
        var wechat = with(WeChatSettingsMother.with("open-url", "http://localhost:9000/"));

        assertThat(page(wechat, AuthType.SNSAPI_BASE).toString())
                .startsWith("http://localhost:9000/connect/oauth2/authorize?appid=");
    }

    @Test
    void knowsTheWordsOfAuthTypesAsWritten() {
        assertThat(AuthType.of("snsapi_base")).contains(AuthType.SNSAPI_BASE);
        assertThat(AuthType.of("snsapi_userinfo")).contains(AuthType.SNSAPI_USERINFO);
        assertThat(AuthType.of("SNSAPI_BASE")).isEqualTo(Optional.empty());
        assertThat(AuthType.of("snsapi_login")).isEqualTo(Optional.empty());
    }

    private static URI page(WeChat wechat, AuthType authType) {
        var callback = "https://link.example.com/api/wechat/callback/?flow=a-b_c";
        return wechat.authorisePage("wx1", callback, authType, "0a1b");
    }

    private static WeChat with(WeChatSettings settings) {
        var wechat = new WeChat();
        wechat.settings = settings;
        return wechat;
    }
}
