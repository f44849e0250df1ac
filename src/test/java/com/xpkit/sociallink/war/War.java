package com.xpkit.sociallink.war;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The file that Maven packaged. */
record War(Path file) {

    private static final String LIBRARIES = "WEB-INF/lib/";

    static War packaged() {
        return new War(Path.of(System.getProperty("it.war")));
    }

    long bytes() throws IOException {
        return Files.size(file);
    }

    List<String> entries() throws IOException {
        try (var content = Files.newInputStream(file)) {
            return Jar.entries(content);
        }
    }

    List<Jar> jars() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .filter(entry -> entry.getName().matches(LIBRARIES + ".+"))
                    .map(entry -> jar(zip, entry))
                    .toList();
        }
    }

    private static Jar jar(ZipFile zip, ZipEntry entry) {
        try (var content = zip.getInputStream(entry)) {
            return Jar.read(entry.getName().substring(LIBRARIES.length()), content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
