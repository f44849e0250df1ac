package com.xpkit.sociallink.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** WeChat, in the terms of this service. */
@ApplicationScoped
public class WeChat {

    /** Also matches {@code UnifiedPCWindowsWechat} and {@code UnifiedPCMacWechat}. */
    private static final Pattern DESKTOP = Pattern.compile("(?i)(?:Windows|Mac)Wechat");

    @Inject WeChatSettings settings;

    @Inject WeChatCalls line;

    /**
     * The page that asks visitors who they are. WeChat checks the order of the parameters with a regular expression
     * (developers.weixin.qq.com, web page authorisation).
     *
     * @param redirectUri where WeChat sends the visitor back; its query is kept
     * @param state at most 128 characters of a-zA-Z0-9
     * @param userAgent of the visitor's browser; may be null
     */
    public URI authorisePage(
            String appId, String redirectUri, AuthType authType, String state, String userAgent) {
        return URI.create(
                settings.openUrl()
                        + "/connect/oauth2/authorize?appid="
                        + appId
                        + "&redirect_uri="
                        + URLEncoder.encode(redirectUri, UTF_8)
                        + "&response_type=code&scope="
                        + authType.word()
                        + "&state="
                        + state
                        + (isConnectRedirectSent(userAgent) ? "&connect_redirect=1" : "")
                        + "#wechat_redirect");
    }

    /** It prevents Android's double callback; desktops reportedly fail with it (WxJava#2376). */
    private boolean isConnectRedirectSent(String userAgent) {
        return settings.isConnectRedirectSent()
                && (userAgent == null || !DESKTOP.matcher(userAgent).find());
    }

    /**
     * Spends a code to find out who the visitor is, within {@code sociallink.wechat.timeout}. No thread waits for it.
     *
     * @return fails only with a {@link WeChatFailure}, when WeChat does not say who the visitor is. It ends on a thread
     *     that may use the database, and the visitor's place is taken until everything that depends on it is done
     */
    public CompletionStage<Visitor> visitor(
            OfficialAccount account, String code, AuthType authType) {
        return line.exchange(account, code, authType);
    }
}
