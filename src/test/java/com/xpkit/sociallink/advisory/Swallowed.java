package com.xpkit.sociallink.advisory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Libraries that are bundled in others, under other package names or in one script. */
final class Swallowed {

    /** What Maven's Shade plugin leaves of each library that it bundles. */
    private static final Pattern MAVEN =
            Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");

    /** What Gradle's license plugin leaves, as in PostgreSQL's driver. */
    private static final Pattern LICENCE =
            Pattern.compile("META-INF/licenses/([^/]+)/([^/]+?)-([0-9][^/]*)/.+");

    /** {@code @license DOMPurify 3.4.17 | …} in the comments that webpack has kept. */
    private static final Pattern SCRIPT =
            Pattern.compile("@license ([A-Za-z]\\S*) ([0-9]+(?:\\.[0-9]+)+)\\b");

    private Swallowed() {}

    static List<Part> in(Path jar, Part itself) throws IOException {
        var parts = new ArrayList<Part>();
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                part(zip, entry, itself).ifPresent(parts::add);
            }
        }
        return parts.stream()
                .filter(part -> !part.coordinates().equals(itself.coordinates()))
                .distinct()
                .toList();
    }

    static List<Part> inScript(String licences, Part itself) {
        return SCRIPT.matcher(licences)
                .results()
                .map(found -> new Part(npm(found.group(1)), found.group(2), within(itself)))
                .toList();
    }

    private static Optional<Part> part(ZipFile zip, ZipEntry entry, Part itself)
            throws IOException {
        var maven = MAVEN.matcher(entry.getName());
        if (maven.matches()) {
            var library = Coordinates.maven(maven.group(1), maven.group(2));
            return Optional.of(new Part(library, version(zip, entry), within(itself)));
        }
        var licence = LICENCE.matcher(entry.getName());
        return licence.matches()
                ? Optional.of(
                        new Part(
                                Coordinates.maven(licence.group(1), licence.group(2)),
                                licence.group(3),
                                within(itself)))
                : Optional.empty();
    }

    private static String version(ZipFile zip, ZipEntry entry) throws IOException {
        var properties = new Properties();
        try (var content = zip.getInputStream(entry)) {
            properties.load(content);
        }
        return properties.getProperty("version");
    }

    private static Coordinates npm(String name) {
        return Coordinates.npm(name.toLowerCase(Locale.ROOT));
    }

    private static String within(Part itself) {
        return "inside of " + itself.coordinates().name();
    }
}
