package com.xpkit.sociallink.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A self-signed certificate and its key, as files in the format that nginx reads. */
final class SelfSigned {

    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "link";

    private SelfSigned() {}

    /** Writes {@code fullchain.pem} and {@code privkey.pem}. */
    static void into(Path directory) throws IOException {
        var store = directory.resolve("keys.p12");
        Files.deleteIfExists(store);
        make(store);
        try {
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            var key = keys.getKey(ALIAS, PASSWORD.toCharArray());
            write(directory.resolve("privkey.pem"), "PRIVATE KEY", key.getEncoded());
            var certificate = keys.getCertificate(ALIAS);
            write(directory.resolve("fullchain.pem"), "CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void make(Path store) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-keystore",
                                store.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-alias",
                                ALIAS,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=link.example.com")
                        .redirectErrorStream(true)
                        .redirectOutput(store.resolveSibling("keytool.log").toFile())
                        .start()
                        .onExit()
                        .join();
        if (made.exitValue() != 0) {
            throw new IOException("keytool failed; see its log next to " + store);
        }
    }

    private static void write(Path file, String what, byte[] bytes) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(
                file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }
}
