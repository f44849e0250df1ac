package com.xpkit.sociallink.warmup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.address.Query;
import com.xpkit.sociallink.platform.outbound.OutboundHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/** Visitors in WeChat's browser, one after another, each of them new. */
final class ImaginedVisitors implements AutoCloseable {

    private static final Timeout PATIENCE = Timeout.ofSeconds(10);
    private static final String HOME = "https://warm-up.invalid/";
    private static final String AUTHORISE = "/api/wechat/authorise/";
    private static final String CALLBACK = "/api/wechat/callback/";

    private final String base;
    private final String target;
    private final String browser;
    private final CloseableHttpClient client;

    /**
     * @param base where the node reaches itself
     * @param account the account to which they are linked
     * @param browser what the User-Agent of WeChat's browser contains
     */
    ImaginedVisitors(URI base, UUID account, String browser) {
        this.base = base.toString();
        this.browser = browser;
        target =
                AUTHORISE
                        + "?auth_type=snsapi_userinfo&account_id="
                        + account
                        + "&application_uri="
                        + URLEncoder.encode(HOME, UTF_8);
        client = client();
    }

    /** The domain to which they return. */
    static String domain() {
        return URI.create(HOME).getHost();
    }

    private static CloseableHttpClient client() {
        var timeouts =
                ConnectionConfig.custom()
                        .setConnectTimeout(PATIENCE)
                        .setSocketTimeout(PATIENCE)
                        .build();
        return OutboundHttp.client()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setDefaultConnectionConfig(timeouts)
                                .build())
                .build();
    }

    /**
     * Links the next one.
     *
     * @return whether they arrived with a profile id
     * @throws IOException when nothing listens there yet, or the connection breaks
     */
    boolean link() throws IOException {
        var departure = get(target, Optional.empty());
        if (departure.cookie().isEmpty()) {
            return false;
        }
        var consent = Query.of(departure.location().getRawQuery());
        var callback = Query.of(URI.create(parameter(consent, "redirect_uri")).getRawQuery());
        var code = UUID.randomUUID().toString().replace("-", "");
        var back =
                "?flow=%s&code=%s&state=%s"
                        .formatted(parameter(callback, "flow"), code, parameter(consent, "state"));
        var arrival = get(CALLBACK + back, departure.cookie());
        return Query.of(arrival.location().getRawQuery()).has("profile_id");
    }

    private static String parameter(Query query, String name) {
        return query.single(name).orElse("");
    }

    private Redirect get(String path, Optional<String> cookie) throws IOException {
        var request = new HttpGet(base + path);
        request.setHeader("User-Agent", browser);
        cookie.ifPresent(value -> request.setHeader("Cookie", value));
        return client.execute(
                request,
                answer -> {
                    EntityUtils.consume(answer.getEntity());
                    return Redirect.of(
                            answer.getFirstHeader("Location"), answer.getFirstHeader("Set-Cookie"));
                });
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    /** Where an answer leads; an answer that leads nowhere has an empty address. */
    private record Redirect(URI location, Optional<String> cookie) {

        static Redirect of(Header location, Header cookie) {
            return new Redirect(
                    URI.create(location == null ? "" : location.getValue()),
                    Optional.ofNullable(cookie).map(set -> set.getValue().split(";")[0]));
        }
    }
}
