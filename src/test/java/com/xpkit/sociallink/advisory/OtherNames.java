package com.xpkit.sociallink.advisory;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Names that advisories use for something that we ship under another name: a WebJar is a package of npm. */
record OtherNames(Map<Coordinates, List<Coordinates>> names) {

    static final Path FILE = Path.of("src/test/advisories/other-names.json");

    static OtherNames read(Path file) throws IOException {
        try (var reader = Json.createReader(Files.newInputStream(file))) {
            var names = new TreeMap<Coordinates, List<Coordinates>>();
            reader.readObject()
                    .forEach(
                            (library, others) ->
                                    names.put(
                                            Coordinates.parse(library),
                                            others.asJsonArray().getValuesAs(OtherNames::name)));
            return new OtherNames(names);
        }
    }

    /** The part itself, and the same version under its other names. */
    Stream<Part> of(Part part) {
        var others = names.getOrDefault(part.coordinates(), List.of()).stream();
        return Stream.concat(
                Stream.of(part),
                others.map(
                        name -> new Part(name, part.version(), "as " + part.coordinates().name())));
    }

    private static Coordinates name(JsonString text) {
        return Coordinates.parse(text.getString());
    }
}
