package com.xpkit.sociallink.advisory;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A record in OSV's format (https://ossf.github.io/osv-schema/). */
record OsvRecord(JsonObject json) {

    /** GIT ranges are commits, which no shipped version can be compared with. */
    private static final Set<String> TYPES = Set.of("ECOSYSTEM", "SEMVER");

    String id() {
        return json.getString("id");
    }

    /** Whether its authors have withdrawn it. */
    boolean withdrawn() {
        return json.containsKey("withdrawn");
    }

    /** What it says about one library. Empty if it says nothing. */
    Optional<Advisory> about(Coordinates library) {
        var affected = objects(json, "affected").stream().filter(a -> names(a, library)).toList();
        if (withdrawn() || affected.isEmpty()) {
            return Optional.empty();
        }
        var ranges = affected.stream().flatMap(a -> ranges(a).stream()).distinct().toList();
        var versions = affected.stream().flatMap(a -> texts(a, "versions").stream()).distinct();
        return Optional.of(
                new Advisory(
                        id(),
                        texts(json, "aliases").stream().sorted().toList(),
                        severity(),
                        summary(),
                        ranges,
                        // OSV also lists each release in its ranges
                        versions.filter(v -> ranges.stream().noneMatch(r -> r.contains(v)))
                                .toList()));
    }

    private static boolean names(JsonObject affected, Coordinates library) {
        var named = affected.getJsonObject("package");
        return named != null
                && library.ecosystem().equals(named.getString("ecosystem", ""))
                && library.name().equals(named.getString("name", ""));
    }

    private static List<VersionRange> ranges(JsonObject affected) {
        return objects(affected, "ranges").stream()
                .filter(range -> TYPES.contains(range.getString("type", "")))
                .flatMap(range -> fromEvents(objects(range, "events")).stream())
                .toList();
    }

    /**
     * Events are in the order of their versions: a range lasts from its introduction to the next end, or for ever.
     */
    private static List<VersionRange> fromEvents(List<JsonObject> events) {
        var ranges = new ArrayList<VersionRange>();
        var open = Optional.<String>empty();
        for (var event : events) {
            if (event.containsKey("introduced")) {
                open = Optional.of(event.getString("introduced"));
            } else if (open.isPresent() && event.containsKey("fixed")) {
                ranges.add(VersionRange.until(open.get(), event.getString("fixed")));
                open = Optional.empty();
            } else if (open.isPresent() && event.containsKey("last_affected")) {
                ranges.add(VersionRange.upTo(open.get(), event.getString("last_affected")));
                open = Optional.empty();
            }
        }
        open.map(VersionRange::from).ifPresent(ranges::add);
        return ranges;
    }

    /** GitHub's word if there is one, otherwise the vector. */
    private String severity() {
        var word =
                json.getOrDefault("database_specific", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
        return Optional.ofNullable(word.getString("severity", null))
                .or(
                        () ->
                                objects(json, "severity").stream()
                                        .map(s -> s.getString("score"))
                                        .findFirst())
                .orElse("unknown");
    }

    private String summary() {
        var text = json.getString("summary", json.getString("details", ""));
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        return json.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .getValuesAs(JsonObject.class);
    }

    private static List<String> texts(JsonObject json, String name) {
        return json.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .getValuesAs(JsonString::getString);
    }
}
