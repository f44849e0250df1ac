package com.xpkit.sociallink.monitoring;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The dashboard's file: the queries that it sends to Prometheus. */
final class Dashboard {

    private static final Path FILE = Path.of("docs/grafana/sociallink.json");

    private final JsonObject json;

    private Dashboard(JsonObject json) {
        this.json = json;
    }

    static Dashboard read() throws IOException {
        try (var reader = Json.createReader(Files.newBufferedReader(FILE))) {
            return new Dashboard(reader.readObject());
        }
    }

    List<JsonObject> panels() {
        return json.getJsonArray("panels").getValuesAs(JsonObject.class).stream()
                .filter(panel -> !panel.getString("type").equals("row"))
                .toList();
    }

    /** The queries of the panels, and of the selections at the top. */
    List<PromQl> expressions() {
        var all = new ArrayList<PromQl>();
        collect(json, all);
        return all;
    }

    private static void collect(JsonValue value, List<PromQl> all) {
        if (value instanceof JsonArray array) {
            array.forEach(element -> collect(element, all));
        } else if (value instanceof JsonObject object) {
            object.forEach(
                    (name, member) -> {
                        if (name.equals("expr") || name.equals("definition")) {
                            var legend = object.getString("legendFormat", "");
                            all.add(new PromQl(((JsonString) member).getString(), legend));
                        } else {
                            collect(member, all);
                        }
                    });
        }
    }
}
