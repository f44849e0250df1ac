package com.xpkit.sociallink.platform.sealing;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The key that a service on H2 generates and keeps next to its database. */
final class SecretKeyFile {

    private static final System.Logger LOG = System.getLogger(SecretKeyFile.class.getName());

    private final Path file;

    private SecretKeyFile(Path file) {
        this.file = file;
    }

    /**
     * @param directory the database's directory; empty when the database is in memory, and then the key is too
     */
    static SecretKeyFile beside(Optional<Path> directory) {
        return new SecretKeyFile(directory.map(d -> d.resolve("secret-key")).orElse(null));
    }

    String readOrMake() {
        if (file == null) {
            return make();
        }
        try {
            return Files.exists(file) ? Files.readString(file).trim() : keep(make());
        } catch (IOException unusable) {
            throw new InvalidSetting(
                    "sociallink.secret-key",
                    "is missing and " + file + " cannot be used (" + unusable + ")");
        }
    }

    private String keep(String key) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            Files.createFile(file, ownerOnly());
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return Files.readString(file).trim();
        }
        Files.writeString(file, key + "\n", StandardOpenOption.WRITE);
        LOG.log(
                System.Logger.Level.WARNING,
                "sociallink.secret-key is not set: a new key was made and kept in {0}."
                        + " Set one of your own before a second node joins.",
                file);
        return key;
    }

    private static String make() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private FileAttribute<?>[] ownerOnly() {
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
