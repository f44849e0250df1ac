package com.xpkit.sociallink.webhook;

import com.xpkit.sociallink.platform.outbound.HostTls;
import com.xpkit.sociallink.platform.outbound.OutboundProxy;
import com.xpkit.sociallink.platform.outbound.ProxyRefusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * Calls a webhook. Its host is looked up once, and the connection uses the same address that was checked: a name server
 * could answer differently the second time (DNS rebinding).
 */
final class WebhookClient {

    private final Resolving resolving;
    private final HostTls tls;
    private final ScheduledExecutorService alarms;
    private final boolean arePrivateAddressesAllowed;
    private final Optional<OutboundProxy> proxy;

    WebhookClient(
            Resolving resolving,
            HostTls tls,
            ScheduledExecutorService alarms,
            boolean arePrivateAddressesAllowed,
            Optional<OutboundProxy> proxy) {
        this.resolving = resolving;
        this.tls = tls;
        this.alarms = alarms;
        this.arePrivateAddressesAllowed = arePrivateAddressesAllowed;
        this.proxy = proxy;
    }

    /**
     * Returns the head of the answer; the rest is not read. The first address that accepts a connection gets the call.
     *
     * @param timeout for the whole call, however slowly the receiver reads and writes
     * @throws WebhookFailure when there is no answer, with the reason
     */
    WebhookAnswer post(WebhookRequest request, Duration timeout) throws WebhookFailure {
        var end = System.nanoTime() + timeout.toNanos();
        var failure = new WebhookFailure("no connection");
        for (var address : addresses(request.url())) {
            var call = new WebhookCall(request, address, proxy);
            try {
                return answer(call, end);
            } catch (IOException | IllegalStateException broken) {
                failure = failure(broken, call, left(end) <= 0);
                if (call.isConnected() || left(end) <= 0 || broken instanceof SSLException) {
                    throw failure;
                }
            }
        }
        throw failure;
    }

    /** Socket timeouts apply to each read, and none applies to writes: only closing the socket ends them all. */
    private WebhookAnswer answer(WebhookCall call, long end) throws IOException {
        var alarm = alarms.schedule(call::end, left(end), TimeUnit.NANOSECONDS);
        try {
            return call.answer(tls);
        } finally {
            alarm.cancel(false);
            call.end();
        }
    }

    private static WebhookFailure failure(Exception broken, WebhookCall call, boolean isLate) {
        if (isLate) {
            return new WebhookFailure("too late", broken);
        }
        // TLS may have wrapped it
        return Stream.iterate((Throwable) broken, cause -> cause != null, Throwable::getCause)
                .filter(WebhookFailure.class::isInstance)
                .map(WebhookFailure.class::cast)
                .findFirst()
                .orElseGet(() -> new WebhookFailure(words(broken, call), broken));
    }

    private static String words(Exception broken, WebhookCall call) {
        if (broken instanceof SSLException) {
            return "no trust by TLS";
        }
        if (broken instanceof ProxyRefusal) {
            return broken.getMessage();
        }
        if (!call.isConnected()) {
            return "no connection";
        }
        if (broken instanceof MessageConstraintException) {
            return WebhookCall.ENDLESS;
        }
        var isNoHttp =
                broken instanceof ClientProtocolException
                        || broken instanceof NoHttpResponseException;
        return isNoHttp ? "no HTTP" : "broken off";
    }

    private static long left(long end) {
        return end - System.nanoTime();
    }

    private List<InetAddress> addresses(WebhookUrl url) throws WebhookFailure {
        try {
            var addresses = Arrays.asList(resolving.addresses(url.host()));
            if (arePrivateAddressesAllowed || addresses.stream().allMatch(PublicAddresses::hold)) {
                return addresses;
            }
            throw new WebhookFailure("not a public address");
        } catch (UnknownHostException unknown) {
            throw new WebhookFailure("unknown host", unknown);
        }
    }
}
