package com.xpkit.sociallink.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The file of the alerts. */
record AlertRules(List<Alert> alerts) {

    static final Path FILE = Path.of("docs/prometheus/sociallink.rules.yml");

    /** One of them, as Prometheus reads it. */
    record Alert(
            String name,
            String expression,
            Map<String, String> labels,
            Map<String, String> annotations) {

        @Override
        public String toString() {
            return name;
        }
    }

    static AlertRules read() throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Files.readString(FILE));
        return new AlertRules(
                file.get("groups").stream()
                        .flatMap(group -> group.get("rules").stream())
                        .map(AlertRules::alert)
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private static Alert alert(Map<String, Object> rule) {
        return new Alert(
                (String) rule.get("alert"),
                (String) rule.get("expr"),
                (Map<String, String>) rule.get("labels"),
                (Map<String, String>) rule.get("annotations"));
    }

    List<String> names() {
        return alerts.stream().map(Alert::name).toList();
    }
}
