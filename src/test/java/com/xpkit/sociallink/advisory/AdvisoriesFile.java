package com.xpkit.sociallink.advisory;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Advisories as a file that people can read and compare. */
record AdvisoriesFile(Path file) {

    /** The file that the command renews. */
    static final AdvisoriesFile RENEWED =
            new AdvisoriesFile(Path.of("src/test/advisories/osv.json"));

    /** What vendors say about their servers and OSV does not have under a coordinate. Written by hand. */
    static final AdvisoriesFile VENDORS =
            new AdvisoriesFile(Path.of("src/test/advisories/vendors.json"));

    Advisories read() throws IOException {
        var json = object();
        var byLibrary = new TreeMap<Coordinates, List<Advisory>>();
        json.getJsonObject("libraries")
                .forEach((name, list) -> byLibrary.put(Coordinates.parse(name), advisories(list)));
        return new Advisories(
                LocalDate.parse(json.getString("renewed")), json.getString("source"), byLibrary);
    }

    /** Replaces the file as a whole or not at all. */
    void write(Advisories advisories) throws IOException {
        var libraries = Json.createObjectBuilder();
        advisories
                .byLibrary()
                .forEach((library, list) -> libraries.add(library.toString(), array(list)));
        var json =
                Json.createObjectBuilder()
                        .add("renewed", advisories.renewed().toString())
                        .add("source", advisories.source())
                        .add("libraries", libraries)
                        .build();
        var next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, pretty(json));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    JsonObject object() throws IOException {
        try (var reader = Json.createReader(new StringReader(Files.readString(file)))) {
            return reader.readObject();
        }
    }

    private static String pretty(JsonObject json) {
        var text = new StringWriter();
        var factory = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
        try (var writer = factory.createWriter(text)) {
            writer.writeObject(json);
        }
        return text.toString().strip() + "\n";
    }

    private static List<Advisory> advisories(JsonValue list) {
        return list.asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(AdvisoriesFile::advisory)
                .toList();
    }

    private static Advisory advisory(JsonObject json) {
        return new Advisory(
                json.getString("id"),
                texts(json.getJsonArray("aliases")),
                json.getString("severity"),
                json.getString("summary"),
                json.getJsonArray("affected").getValuesAs(AdvisoriesFile::range),
                json.containsKey("versions") ? texts(json.getJsonArray("versions")) : List.of());
    }

    private static VersionRange range(JsonObject json) {
        return new VersionRange(
                json.getString("introduced"),
                Optional.ofNullable(json.getString("fixed", null)),
                Optional.ofNullable(json.getString("last_affected", null)));
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    private static JsonArrayBuilder array(List<Advisory> list) {
        var array = Json.createArrayBuilder();
        list.forEach(advisory -> array.add(json(advisory)));
        return array;
    }

    private static JsonObject json(Advisory advisory) {
        var ranges = Json.createArrayBuilder();
        advisory.ranges().forEach(range -> ranges.add(json(range)));
        var json =
                Json.createObjectBuilder()
                        .add("id", advisory.id())
                        .add("aliases", strings(advisory.aliases()))
                        .add("severity", advisory.severity())
                        .add("summary", advisory.summary())
                        .add("affected", ranges);
        if (!advisory.versions().isEmpty()) {
            json.add("versions", strings(advisory.versions()));
        }
        return json.build();
    }

    private static JsonObject json(VersionRange range) {
        var json = Json.createObjectBuilder().add("introduced", range.introduced());
        range.fixed().ifPresent(version -> json.add("fixed", version));
        range.lastAffected().ifPresent(version -> json.add("last_affected", version));
        return json.build();
    }

    private static JsonArrayBuilder strings(Collection<String> texts) {
        return Json.createArrayBuilder(texts);
    }
}
