package com.xpkit.sociallink.platform.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate for {@code app.test} and all of {@code hooks.test}, and a client that trusts it. */
public final class TlsMother {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final SSLContext context;
    private final KeyManagerFactory keys;

    /**
     * @param directory for the key store, which the JDK's keytool creates
     */
    public TlsMother(Path directory) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(made(directory).toFile(), PASSWORD);
        keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    }

    private static Path made(Path directory) throws IOException {
        var file = directory.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command =
                new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-alias",
                        "app",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=app.test",
                        "-ext",
                        "san=dns:app.test,dns:*.hooks.test");
        try {
            command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(hurried));
        }
        return Files.exists(file) ? file : null;
    }

    public ServerSocket server() throws IOException {
        return context.getServerSocketFactory().createServerSocket(0, 10, Receiver.loopback());
    }

    /** For a server that is not Java's. */
    KeyManagerFactory keys() {
        return keys;
    }

    public SSLSocketFactory convinced() {
        return context.getSocketFactory();
    }
}
