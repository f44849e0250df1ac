package com.xpkit.sociallink.advisory;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A decision to ship an affected version anyway.
 *
 * @param advisory its id or one of its aliases
 * @param library what is affected
 * @param versions the only versions that the decision covers
 * @param reason why it does no harm here, or what prevents an update
 */
record Acceptance(String advisory, Coordinates library, List<String> versions, String reason) {

    static final Path FILE = Path.of("src/test/advisories/accepted.json");

    static List<Acceptance> read(Path file) throws IOException {
        try (var reader = Json.createReader(Files.newInputStream(file))) {
            return reader.readArray().getValuesAs(Acceptance::of);
        }
    }

    private static Acceptance of(JsonObject json) {
        return new Acceptance(
                json.getString("advisory"),
                Coordinates.parse(json.getString("library")),
                json.getJsonArray("versions").getValuesAs(JsonString::getString),
                json.getString("reason"));
    }

    boolean covers(Advisory other, Part part) {
        return other.isCalled(advisory)
                && part.coordinates().equals(library)
                && versions.contains(part.version());
    }
}
