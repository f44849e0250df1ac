package com.xpkit.sociallink.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.platform.h2.FileNames;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
        var draft = file.resolveSibling(file.getFileName() + ".new");
        write(key, draft);
        try {
            Files.move(draft, file);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            Files.delete(draft);
            return Files.readString(file).trim();
        }
        FileNames.force(file.getParent());
        LOG.log(
                System.Logger.Level.WARNING,
                "sociallink.secret-key is not set: a new key was made and kept in {0}."
                        + " Set one of your own before a second node joins.",
                file);
        return key;
    }

    /** Forced to the disk before the file gets its name: without the key, what the database seals cannot be opened. */
    private void write(String key, Path draft) throws IOException {
        Files.deleteIfExists(draft);
        Files.createFile(draft, ownerOnly());
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((key + "\n").getBytes(UTF_8)));
            channel.force(true);
        }
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
