package com.xpkit.sociallink.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.MetricsText;
import com.xpkit.sociallink.platform.metrics.Step;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The dashboard and docs/operations.md name all metrics that exist, and no others. */
class DashboardTest {

    /** The labels that Prometheus itself adds to every sample. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

    private static Dashboard dashboard;
    private static Map<String, Set<String>> exposed;

    @BeforeAll
    static void read() throws IOException {
        dashboard = Dashboard.read();
        exposed = exposed();
    }

    /** After one event of each kind; the numbers of the pool exist only with a pool. */
    private static Map<String, Set<String>> exposed() {
        var metrics = new Metrics();
        metrics.links().linked(UUID.randomUUID());
        metrics.wechat().begin(Step.TOKEN).answered(0);
        metrics.api().end("GET", 200, System.nanoTime());
        var all = new TreeMap<>(MetricsText.of(metrics).labels());
        all.put(DatabaseGauges.OPEN, Set.of());
        all.put(DatabaseGauges.IN_TRANSACTION, Set.of());
        all.put(DatabaseGauges.FILE, Set.of());
        return all;
    }

    @TestFactory
    Stream<DynamicTest> asksForWhatThereIs() {
        return dashboard.expressions().stream()
                .map(
                        expression ->
                                DynamicTest.dynamicTest(
                                        expression.text(), () -> assertIsThere(expression)));
    }

    private static void assertIsThere(PromQl expression) {
        var metrics = expression.metrics();
        var known = new TreeSet<>(OF_PROMETHEUS);
        assertThat(metrics).isNotEmpty();
        metrics.forEach(
                (metric, labels) -> {
                    assertThat(exposed).containsKey(metric);
                    known.addAll(exposed.get(metric));
                    assertThat(labels).isSubsetOf(withThoseOfPrometheus(exposed.get(metric)));
                });
        assertThat(expression.labels()).isSubsetOf(known);
    }

    private static Set<String> withThoseOfPrometheus(Set<String> labels) {
        return Stream.concat(labels.stream(), OF_PROMETHEUS.stream()).collect(Collectors.toSet());
    }

    @Test
    void showsAllThatThereIs() {
        var shown =
                dashboard.expressions().stream()
                        .flatMap(expression -> expression.metrics().keySet().stream())
                        .collect(Collectors.toSet());

        assertThat(shown).containsExactlyInAnyOrderElementsOf(exposed.keySet());
    }

    @Test
    void asksOnlyTheChosenNodes() {
        assertThat(dashboard.panels())
                .flatMap(panel -> panel.getJsonArray("targets").getValuesAs(JsonObject.class))
                .extracting(target -> new PromQl(target.getString("expr"), ""))
                .isNotEmpty()
                .allSatisfy(
                        expression ->
                                assertThat(expression.metrics().values())
                                        .allSatisfy(
                                                labels ->
                                                        assertThat(labels)
                                                                .contains("job", "instance")));
    }

    @Test
    void isDescribedForOperators() throws IOException {
        var page = Files.readString(Path.of("docs/operations.md"));

        assertThat(exposed.keySet())
                .map(name -> name.replaceFirst("_(bucket|count|sum)$", ""))
                .allSatisfy(name -> assertThat(page).contains("`" + name));
    }

    @Test
    void readsExpressions() {
        var expression =
                new PromQl(
                        "topk(3, sum by (a, b) (rate(x_total{c=\"d\",e!~\"f=\"}[5m]))) / y > 1",
                        "{{a}} of {{g}}");

        assertThat(expression.metrics())
                .isEqualTo(Map.of("x_total", Set.of("c", "e"), "y", Set.of()));
        assertThat(expression.labels()).containsExactly("a", "b", "g");
    }
}
