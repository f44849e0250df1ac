package com.xpkit.sociallink.advisory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Maven resolved for the WAR, as {@code dependency:list} writes it in each build. */
record LibraryList(List<Library> libraries) {

    static final Path FILE = Path.of("target/libraries-of-the-war.txt");

    private static final Pattern LINE =
            Pattern.compile(
                    "\\s+(?<group>[^:]+):(?<artifact>[^:]+):jar:(?<version>[^:]+)"
                            + ":(?:compile|runtime):(?<file>.+?)(?: -- module .*)?");

    /** One jar, and where Maven keeps it. */
    record Library(Part part, Path jar) {}

    /**
     * Reads the list.
     *
     * @throws IOException also for a line that is not understood: a skipped library would not be checked
     */
    static LibraryList read(Path file) throws IOException {
        var lines = Files.readAllLines(file).stream().filter(line -> line.startsWith(" ")).toList();
        var libraries = lines.stream().flatMap(line -> library(line).stream()).toList();
        if (libraries.isEmpty() || libraries.size() < lines.size()) {
            throw new IOException(file + " is not a list of jars with their files");
        }
        return new LibraryList(libraries);
    }

    private static Optional<Library> library(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var library = Coordinates.maven(parts.group("group"), parts.group("artifact"));
        var part = new Part(library, parts.group("version"), "the WAR");
        return Optional.of(new Library(part, Path.of(parts.group("file"))));
    }
}
