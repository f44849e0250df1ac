package com.xpkit.sociallink.wechat;

import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.util.HashMap;
import java.util.Map;

/** Settings of a test's own WeChat. */
final class WeChatSettingsMother {

    private WeChatSettingsMother() {}

    static WeChatSettings shipped() {
        return new WeChatSettings(SettingsMother.shipped());
    }

    static WeChatSettings with(String key, String value) {
        return new WeChatSettings(SettingsMother.with("sociallink.wechat." + key, value));
    }

    static WeChatSettings at(int port, String timeout, Map<String, String> others) {
        var settings = new HashMap<String, String>();
        settings.put("sociallink.wechat.api-url", "http://localhost:" + port);
        settings.put("sociallink.wechat.timeout", timeout);
        others.forEach((key, value) -> settings.put("sociallink.wechat." + key, value));
        return new WeChatSettings(SettingsMother.with(settings));
    }
}
