package com.xpkit.sociallink.advisory;

import jakarta.json.Json;
import jakarta.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Records in files, at any depth of a directory: a clone of github.com/github/advisory-database, say.
 *
 * @param directory where they are
 * @param name what it contains, for the file
 */
record OsvDirectory(Path directory, String name) implements OsvSource {

    @Override
    public List<OsvRecord> records(Collection<Coordinates> libraries) throws IOException {
        var records = new ArrayList<OsvRecord>();
        try (var files = Files.walk(directory)) {
            for (var file :
                    (Iterable<Path>) files.filter(OsvDirectory::isRecord).sorted()::iterator) {
                var text = Files.readString(file);
                // such a clone has hundreds of thousands of files
                if (libraries.stream().anyMatch(library -> text.contains(library.name()))) {
                    records.add(read(file));
                }
            }
        }
        return records;
    }

    private static boolean isRecord(Path file) {
        return file.getFileName().toString().endsWith(".json") && Files.isRegularFile(file);
    }

    private static OsvRecord read(Path file) throws IOException {
        try (var reader = Json.createReader(Files.newInputStream(file))) {
            return new OsvRecord(reader.readObject());
        } catch (JsonException broken) {
            throw new IOException(file + " is not JSON", broken);
        }
    }
}
