package com.xpkit.sociallink.wechat;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The addresses of WeChat, and how it is called. */
@ApplicationScoped
public class WeChatSettings implements CheckedSettings {

    private URI openUrl;
    private URI apiUrl;
    private String userAgent;
    private boolean isConnectRedirectSent;
    private String lang;
    private Duration timeout;
    private boolean areSnapshotUsersAccepted;
    private int visitors;

    protected WeChatSettings() {}

    @Inject
    public WeChatSettings(Settings settings) {
        openUrl = settings.serviceAddress("sociallink.wechat.open-url");
        apiUrl = settings.serviceAddress("sociallink.wechat.api-url");
        userAgent = settings.text("sociallink.wechat.user-agent").toLowerCase(Locale.ROOT);
        isConnectRedirectSent = settings.flag("sociallink.wechat.connect-redirect");
        lang = settings.choice("sociallink.wechat.lang", List.of("zh_CN", "zh_TW", "en"));
        timeout = settings.duration("sociallink.wechat.timeout");
        areSnapshotUsersAccepted =
                settings.choice("sociallink.wechat.snapshot-users", List.of("refuse", "accept"))
                        .equals("accept");
        visitors = settings.number("sociallink.wechat.visitors", 1, 100_000);
    }

    @Override
    public void check() {}

    URI openUrl() {
        return openUrl;
    }

    URI apiUrl() {
        return apiUrl;
    }

    /** What the User-Agent of WeChat's own browser contains, in lower case. */
    public String userAgent() {
        return userAgent;
    }

    /** Whether a User-Agent is WeChat's own browser. Only a convenience, because any client can claim to be it. */
    public boolean isWeChat(String agent) {
        return agent != null && agent.toLowerCase(Locale.ROOT).contains(userAgent);
    }

    boolean isConnectRedirectSent() {
        return isConnectRedirectSent;
    }

    String lang() {
        return lang;
    }

    /** For the whole exchange of one visitor: token, profile, retries. */
    public Duration timeout() {
        return timeout;
    }

    boolean areSnapshotUsersAccepted() {
        return areSnapshotUsersAccepted;
    }

    /** How many visitors may be on their way at once, from their callback to their answer. */
    int visitors() {
        return visitors;
    }
}
