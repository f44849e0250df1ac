package com.xpkit.sociallink.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The alerts ask for metrics that exist, and each has its entry in the runbook and its tests. */
class AlertRulesTest {

    private static final Path RUNBOOK = Path.of("docs/runbook.md");
    private static final Path TESTS = Path.of("src/test/prometheus");
    private static final Pattern ENTRY = Pattern.compile("(?m)^### (SocialLink\\w+)$");

    /** What Prometheus and its blackbox exporter add. */
    private static final Set<String> OF_OTHERS =
            Set.of("up", "probe_success", "probe_ssl_earliest_cert_expiry");

    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("job", "instance");

    private static Map<String, Set<String>> known() {
        var known = new TreeMap<>(ExposedMetrics.labels());
        OF_OTHERS.forEach(metric -> known.put(metric, Set.of()));
        return known;
    }

    static List<AlertRules.Alert> alerts() throws IOException {
        return AlertRules.read().alerts();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void asksForWhatThereIs(AlertRules.Alert alert) {
        var expression = new PromQl(alert.expression(), "");
        var known = known();
        var labels = new TreeSet<>(LABELS_OF_PROMETHEUS);

        assertThat(expression.metrics()).isNotEmpty();
        expression
                .metrics()
                .forEach(
                        (metric, selected) -> {
                            assertThat(known).containsKey(metric);
                            labels.addAll(known.get(metric));
                            assertThat(selected).isSubsetOf(labels);
                        });
        assertThat(expression.labels()).isSubsetOf(labels);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void saysWhatIsWrongHowBadItIsAndWhereToRead(AlertRules.Alert alert) {
        assertThat(alert.labels()).containsOnlyKeys("severity");
        assertThat(alert.labels().get("severity")).isIn("critical", "warning");
        assertThat(alert.annotations()).containsOnlyKeys("summary", "description", "runbook_url");
        assertThat(alert.annotations())
                .containsEntry(
                        "runbook_url", "docs/runbook.md#" + alert.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void areInTheRunbookAndNoOthers() throws IOException {
        var entries =
                ENTRY.matcher(Files.readString(RUNBOOK))
                        .results()
                        .map(entry -> entry.group(1))
                        .toList();

        assertThat(entries).containsExactlyElementsOf(AlertRules.read().names());
    }

    /** {@code promtool} runs them, see {@link AlertsIT}. */
    @ParameterizedTest
    @MethodSource("alerts")
    void isTestedToFireAndToBeSilent(AlertRules.Alert alert) throws IOException {
        var expected = expected(alert);

        assertThat(expected).anyMatch(List::isEmpty);
        assertThat(expected).anyMatch(alerts -> !alerts.isEmpty());
    }

    private static List<List<Object>> expected(AlertRules.Alert alert) throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Files.readString(TESTS.resolve(alert.name() + ".test.yml")));
        return file.get("tests").stream()
                .flatMap(test -> test.get("alert_rule_test").stream())
                .filter(test -> alert.name().equals(test.get("alertname")))
                .map(AlertRulesTest::expected)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> expected(Map<String, Object> test) {
        return (List<Object>) test.get("exp_alerts");
    }

    @Test
    void areReadWithTheirOperators() {
        var expression =
                new PromQl(
                        "sum by (a) (increase(x_total{b=\"c\"}[1h] offset 10m)) > on (d) group_left () 2 * y\n"
                                + "and z > 0 or absent(up) unless on (e) sum by (e) (w)",
                        "");

        assertThat(expression.metrics().keySet()).containsExactly("up", "w", "x_total", "y", "z");
        assertThat(expression.labels()).containsExactly("a", "d", "e");
    }
}
