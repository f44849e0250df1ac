package com.xpkit.sociallink.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The directory of a domain of Payara Server.
 *
 * @param directory its name is the domain's
 */
record PayaraDomain(Path directory) {

    private static final String HEAP = "<jvm-options>-Xmx512m</jvm-options>";

    /** Whether this very WAR is deployed: a domain can be left over from an earlier build. */
    boolean has(Path war) throws IOException {
        var deployed = directory.resolve("applications/__internal/sociallink/sociallink.war");
        return Files.exists(deployed)
                && Files.mismatch(deployed, war) == -1
                && Files.readString(configuration()).contains("<application ");
    }

    /** Copies the domain of the server's archive, with these options of the JVM. */
    void create(Path template, List<String> javaOptions) throws IOException {
        delete();
        try (var files = Files.walk(template)) {
            for (var file : files.toList()) {
                Files.copy(file, directory.resolve(template.relativize(file).toString()));
            }
        }
        var options =
                javaOptions.stream()
                        .map(option -> "<jvm-options>" + option + "</jvm-options>")
                        .collect(Collectors.joining());
        var asItCame = Files.readString(configuration());
        Files.writeString(configuration(), asItCame.replace(HEAP, options));
    }

    private Path configuration() {
        return directory.resolve("config/domain.xml");
    }

    private void delete() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(PayaraDomain::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
