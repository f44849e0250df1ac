package com.xpkit.sociallink.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.platform.metrics.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.util.regex.Pattern;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** WeChat, in the terms of this service. */
@ApplicationScoped
public class WeChat {

    /** Also matches {@code UnifiedPCWindowsWechat} and {@code UnifiedPCMacWechat}. */
    private static final Pattern DESKTOP = Pattern.compile("(?i)(?:Windows|Mac)Wechat");

    @Inject WeChatSettings settings;

    @Inject WeChatCalls line;

    @Inject Metrics metrics;

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
     * Spends a code to find out who the visitor is, within {@code sociallink.wechat.timeout}.
     *
     * @throws WeChatFailure when WeChat does not say who the visitor is
     */
    public Visitor visitor(OfficialAccount account, String code, AuthType authType) {
        try {
            return line.exchange(account, code, authType);
        } catch (CircuitBreakerOpenException cut) {
            metrics.wechat().refusedByBreaker();
            throw new WeChatUnreachable(cut.getClass().getSimpleName());
        } catch (BulkheadException full) {
            metrics.wechat().refusedByBulkhead();
            throw new WeChatUnreachable(full.getClass().getSimpleName());
        } catch (FaultToleranceException closed) {
            throw new WeChatUnreachable(closed.getClass().getSimpleName());
        }
    }
}
