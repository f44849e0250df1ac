package com.xpkit.sociallink.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.handler.ssl.OpenSsl;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses a server that is not Java's: Java's own refuse names with an underscore. */
class HostTlsTest {

    @TempDir static Path directory;

    private static TlsMother tls;
    private static BoringServer server;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(OpenSsl.isAvailable(), "BoringSSL for this system");
        tls = new TlsMother(directory);
        server = new BoringServer(tls.keys());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.test",
                "app.test.",
                "dev.hooks.test",
                "dev_1.hooks.test",
                "_.hooks.test",
                "Dev_1.hooks.test."
            })
    void trustsACertificateThatNamesTheHost(String host) throws Exception {
        assertThat(peer(host, tls.convinced())).isEqualTo("CN=app.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other.test",
                "dev_1.test",
                "app_1.test",
                "a.dev_1.hooks.test",
                "_hooks.test",
                "127.0.0.1"
            })
    void trustsNoOther(String host) {
        assertThatThrownBy(() -> peer(host, tls.convinced())).isInstanceOf(SSLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.test", "dev_1.hooks.test"})
    void trustsNoCertificateThatNobodyVouchesFor(String host) {
        var system = (SSLSocketFactory) SSLSocketFactory.getDefault();

        assertThatThrownBy(() -> peer(host, system)).isInstanceOf(SSLException.class);
    }

    private static String peer(String host, SSLSocketFactory trust) throws IOException {
        try (var socket = new Socket(Receiver.loopback(), server.port());
                var secured = new HostTls(trust).upgrade(socket, host, server.port(), null, null)) {
            return secured.getSession().getPeerPrincipal().getName();
        }
    }
}
