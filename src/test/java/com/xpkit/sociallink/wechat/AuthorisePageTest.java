package com.xpkit.sociallink.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void leavesConnectRedirectOutWhenConfigured() {
        var wechat = with(WeChatSettingsMother.with("connect-redirect", "false"));

        assertThat(page(wechat, AuthType.SNSAPI_BASE).toString())
                .endsWith("&state=0a1b#wechat_redirect");
    }

    /** WeChat for Windows fails with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MicroMessenger/7.0.20.1781(0x6700143B) MiniProgramEnv/Windows WindowsWechat",
                "MicroMessenger/7.0.20 UnifiedPCWindowsWechat(0xf254162e) XWEB/18163",
                "MicroMessenger/6.8.0(0x16080000) MacWechat/3.8.7(0x13080712)",
                "micromessenger/6.8.0 UnifiedPCMacWechat(0xf2641c1d)",
                "MICROMESSENGER WINDOWSWECHAT",
                "x macwechat"
            })
    void leavesConnectRedirectOutOnADesktop(String userAgent) {
        var wechat = with(WeChatSettingsMother.shipped());

        assertThat(page(wechat, AuthType.SNSAPI_BASE, userAgent).toString())
                .endsWith("&state=0a1b#wechat_redirect");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "Mozilla/5.0 (Linux; Android 10; wv) MicroMessenger/7.0.22.1820(0x2700163B)",
                "Mozilla/5.0 (iPhone; like Mac OS X) MicroMessenger/8.0.22 NetType/WIFI",
                "Mozilla/5.0 (Windows NT 10.0) wechatdevtools/1.06 MicroMessenger/8.0.5"
            })
    void sendsConnectRedirectElsewhere(String userAgent) {
        var wechat = with(WeChatSettingsMother.shipped());

        assertThat(page(wechat, AuthType.SNSAPI_BASE, userAgent).getQuery())
                .endsWith("&connect_redirect=1");
    }

    @Test
    void leadsToAnotherWeChatWhenConfigured() {
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
        return page(wechat, authType, "Mozilla/5.0 (Linux; Android 10) MicroMessenger/8.0");
    }

    private static URI page(WeChat wechat, AuthType authType, String userAgent) {
        var callback = "https://link.example.com/api/wechat/callback/?flow=a-b_c";
        return URI.create(wechat.authorisePage("wx1", callback, authType, "0a1b", userAgent));
    }

    private static WeChat with(WeChatSettings settings) {
        var wechat = new WeChat();
        wechat.settings = settings;
        return wechat;
    }
}
