package com.xpkit.sociallink.platform.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.StandardConstants;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/** TLS with a server whose certificate must name the requested host, whatever address the connection uses. */
public final class HostTls implements TlsSocketStrategy {

    private static final DefaultHostnameVerifier NAMES = new DefaultHostnameVerifier();

    private final SSLSocketFactory sockets;

    public HostTls(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /** Trusts whom the application server trusts. */
    public static HostTls ofTheServer() {
        return new HostTls((SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @Override
    public SSLSocket upgrade(
            Socket socket, String host, int port, Object attachment, HttpContext context)
            throws IOException {
        // a trailing dot belongs to the DNS look-up: no certificate has it (RFC 6066, 3)
        var name = host.replaceFirst("\\.$", "");
        var secured = (SSLSocket) sockets.createSocket(socket, name, port, true);
        var parameters = secured.getSSLParameters();
        parameters.setServerNames(serverNames(name));
        parameters.setEndpointIdentificationAlgorithm(isJudgedByTheJdk(name) ? "HTTPS" : null);
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        if (!isJudgedByTheJdk(name) && !NAMES.verify(name, secured.getSession())) {
            throw new SSLPeerUnverifiedException("the certificate is another host's");
        }
        return secured;
    }

    /** The JDK rejects names with an underscore, though a wildcard certificate may well cover one. */
    private static boolean isJudgedByTheJdk(String name) {
        return !name.contains("_");
    }

    private static List<SNIServerName> serverNames(String name) {
        var isLiteral = name.contains(":") || name.matches("[0-9.]+");
        return isLiteral ? List.of() : List.of(new HostName(name));
    }

    /** {@code SNIHostName} does not accept an underscore. */
    private static final class HostName extends SNIServerName {

        HostName(String name) {
            super(StandardConstants.SNI_HOST_NAME, name.getBytes(US_ASCII));
        }
    }
}
