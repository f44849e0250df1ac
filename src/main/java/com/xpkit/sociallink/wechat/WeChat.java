package com.xpkit.sociallink.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** WeChat, in the terms of this service. */
@ApplicationScoped
public class WeChat {

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
    public String authorisePage(
            String appId, String redirectUri, AuthType authType, String state, String userAgent) {
        return settings.openUrl()
                + "/connect/oauth2/authorize?appid="
                + appId
                + "&redirect_uri="
                + encoded(redirectUri)
                + "&response_type=code&scope="
                + authType.word()
                + "&state="
                + state
                + (isConnectRedirectSent(userAgent) ? "&connect_redirect=1" : "")
                + "#wechat_redirect";
    }

    /** Most of the address is the sealed flow at its end, which needs no encoding. */
    private static String encoded(String address) {
        var end = address.length();
        while (end > 0 && isPlain(address.charAt(end - 1))) {
            end--;
        }
        return URLEncoder.encode(address.substring(0, end), UTF_8) + address.substring(end);
    }

    private static boolean isPlain(char sign) {
        return sign < 0x80 && Character.isLetterOrDigit(sign) || sign == '-' || sign == '_';
    }

    /** It prevents Android's double callback; desktops reportedly fail with it (WxJava#2376). */
    private boolean isConnectRedirectSent(String userAgent) {
        return settings.isConnectRedirectSent()
                && (userAgent == null || !isDesktop(userAgent.toLowerCase(Locale.ROOT)));
    }

    /** Also finds {@code UnifiedPCWindowsWechat} and {@code UnifiedPCMacWechat}. */
    private static boolean isDesktop(String userAgent) {
        return userAgent.contains("windowswechat") || userAgent.contains("macwechat");
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

    /**
     * From now on the visitors of one Official Account are asked for elsewhere, and those answers are not counted. Their
     * links must not be real.
     *
     * @param appId no account of WeChat's
     * @param url where an API like WeChat's answers
     */
    public void imagine(String appId, URI url) {
        line.imagine(appId, url);
    }

    /** Ends what {@link #imagine} began. */
    public void imagineNothing() {
        line.imagineNothing();
    }
}
