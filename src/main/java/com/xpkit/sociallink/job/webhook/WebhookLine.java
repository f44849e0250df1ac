package com.xpkit.sociallink.job.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Speaks to a webhook. Its host is looked up once, and the connection goes to the very address that was
 * judged: an HTTP client would look it up again, and a name server can answer otherwise the second time
 * (DNS rebinding).
 */
final class WebhookLine {

    private final Resolving resolving;
    private final SSLSocketFactory tls;
    private final ScheduledExecutorService alarms;
    private final boolean arePrivateAddressesAllowed;

    WebhookLine(
            Resolving resolving,
            SSLSocketFactory tls,
            ScheduledExecutorService alarms,
            boolean arePrivateAddressesAllowed) {
        this.resolving = resolving;
        this.tls = tls;
        this.alarms = alarms;
        this.arePrivateAddressesAllowed = arePrivateAddressesAllowed;
    }

    /**
     * The status of the answer; the rest of it is not read.
     *
     * @param timeout for all of it, however slowly the receiver takes and gives
     * @throws WebhookFailure when there is no answer, saying why
     */
    int post(WebhookRequest request, Duration timeout) throws WebhookFailure {
        var end = System.nanoTime() + timeout.toNanos();
        var addresses = addresses(request.url());
        try (var socket = connected(addresses, request.url().port(), end)) {
            var alarm = alarms.schedule(() -> close(socket), left(end), TimeUnit.NANOSECONDS);
            try {
                return answer(socket, request);
            } finally {
                alarm.cancel(false);
            }
        } catch (IOException broken) {
            throw failure(broken, left(end) <= 0);
        }
    }

    private static WebhookFailure failure(IOException broken, boolean isLate) {
        if (isLate) {
            return new WebhookFailure("too late", broken);
        }
        if (broken instanceof WebhookFailure known) {
            return known;
        }
        var isTls = broken instanceof SSLException;
        return new WebhookFailure(isTls ? "no trust by TLS" : "broken off", broken);
    }

    private static long left(long end) {
        return end - System.nanoTime();
    }

    /** Time-outs of sockets count each read, and none counts a write: only closing ends them all. */
    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            throw new UncheckedIOException(alreadyBroken);
        }
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

    /** To the first address that takes it. */
    private static Socket connected(List<InetAddress> addresses, int port, long end)
            throws WebhookFailure {
        var refused = new WebhookFailure("no connection");
        for (var address : addresses) {
            // a proxy would look up and choose by itself
            var socket = new Socket(Proxy.NO_PROXY);
            try {
                var millis = (int) Math.max(1, left(end) / 1_000_000);
                socket.connect(new InetSocketAddress(address, port), millis);
                return socket;
            } catch (IOException next) {
                refused.addSuppressed(next);
                close(socket);
            }
        }
        throw refused;
    }

    private int answer(Socket socket, WebhookRequest request) throws IOException {
        var secured = request.url().isSecure() ? secured(socket, request.url()) : socket;
        secured.getOutputStream().write(request.bytes());
        secured.getOutputStream().flush();
        return StatusLine.read(secured.getInputStream());
    }

    /** The certificate must name the host. */
    private SSLSocket secured(Socket socket, WebhookUrl url) throws IOException {
        var secured = (SSLSocket) tls.createSocket(socket, url.host(), url.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!url.hasLiteralHost()) {
            parameters.setServerNames(List.of(new SNIHostName(url.host())));
        }
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }
}
