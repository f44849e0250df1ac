package com.xpkit.sociallink.platform.outbound;

import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * The HTTP client without its automatic features: it follows no redirects, retries nothing, keeps no cookies, answers
 * no challenges and unpacks nothing.
 */
public final class OutboundHttp {

    private static final String HAS_A_WAY = OutboundHttp.class.getName();

    /**
     * The library's debug log shows complete requests, secrets included, and a server may be configured to log
     * everything. The reference is kept because an unreferenced logger is garbage-collected together with its level.
     */
    private static final Logger LIBRARY = Logger.getLogger("org.apache.hc");

    static {
        LIBRARY.setLevel(Level.INFO);
    }

    private OutboundHttp() {}

    /** A client that only needs its connections and routes. */
    public static HttpClientBuilder client() {
        return HttpClientBuilder.create()
                .setUserAgent("SocialLink")
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setAuthenticationEnabled(false)
                                .setProtocolUpgradeEnabled(false)
                                .build())
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableConnectionState()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .addExecInterceptorBefore(
                        ChainElement.CONNECT.name(), "refusal", OutboundHttp::refuseForTheProxy)
                .addExecInterceptorLast("way", OutboundHttp::goOn);
    }

    /** A context for one request. */
    public static HttpClientContext context(Optional<OutboundProxy> proxy) {
        var context = HttpClientContext.create();
        proxy.ifPresent(known -> known.introduce(context));
        return context;
    }

    /** Whether the connection was established, so that the receiver may have seen the request. */
    public static boolean isConnected(HttpClientContext context) {
        return context.getAttribute(HAS_A_WAY) != null;
    }

    private static ClassicHttpResponse goOn(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        scope.clientContext.setAttribute(HAS_A_WAY, true);
        return chain.proceed(request, scope);
    }

    /** The library returns a proxy's refusal of a tunnel as if it were the receiver's answer. */
    private static ClassicHttpResponse refuseForTheProxy(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        var response = chain.proceed(request, scope);
        if (!isConnected(scope.clientContext)) {
            throw new ProxyRefusal(response.getCode());
        }
        return response;
    }
}
