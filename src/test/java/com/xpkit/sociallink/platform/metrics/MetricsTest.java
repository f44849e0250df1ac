package com.xpkit.sociallink.platform.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {

    private final Metrics metrics = new Metrics();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*/*", "text/plain", "application/json", "text/html;q=x"})
    void speaksThePrometheusTextFormatToEverybody(String accept) {
        var shown = metrics.show(accept);

        assertThat(shown.contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(new String(shown.text(), UTF_8))
                .contains("# TYPE sociallink_links_total counter\n")
                .doesNotContain("# EOF");
    }

    @Test
    void speaksOpenMetricsToWhoNamesIt() {
        var shown = metrics.show("application/openmetrics-text;version=1.0.0,text/plain;q=0.5");

        assertThat(shown.contentType()).startsWith("application/openmetrics-text; version=1.0.0");
        assertThat(new String(shown.text(), UTF_8))
                .contains("# TYPE sociallink_links counter\n")
                .endsWith("# EOF\n");
    }

    @Test
    void saysWhatRuns() {
        assertThat(MetricsText.of(metrics).text())
                .containsPattern("sociallink_build_info\\{version=\"[0-9]+\\.[^\"$]+\"} 1");
    }

    @Test
    void showsTheProcess() {
        var shown = MetricsText.of(metrics);

        assertThat(shown.value("jvm_memory_used_bytes{area=\"heap\"}")).isPositive();
        assertThat(shown.value("jvm_threads_current")).isPositive();
        assertThat(shown.value("process_start_time_seconds")).isGreaterThan(1.7e9);
        assertThat(shown.text()).contains("jvm_gc_collection_seconds_count{gc=");
    }

    @Test
    void showsNumbersOfOthersWhileThereAreSome() {
        metrics.gauge("sociallink_seven", "Seven.", () -> OptionalDouble.of(7));
        metrics.gauge("sociallink_none", "None.", OptionalDouble::empty);

        assertThat(MetricsText.of(metrics).samples())
                .containsEntry("sociallink_seven", 7.0)
                .doesNotContainKey("sociallink_none");
    }

    @Test
    void isNobodyElsesNumbers() {
        metrics.links().linked(UUID.randomUUID());

        assertThat(MetricsText.of(new Metrics()).samples().entrySet())
                .filteredOn(sample -> sample.getKey().startsWith("sociallink_links_total"))
                .allSatisfy(sample -> assertThat(sample.getValue()).isZero());
    }

    @Test
    void countsRequestsOfTheApiByMethodAndClassOfStatus() {
        metrics.api().end("GET", 200, System.nanoTime());
        metrics.api().end("GET", 204, System.nanoTime());
        metrics.api().end("POST", 409, System.nanoTime());

        assertThat(MetricsText.of(metrics).samples())
                .containsEntry(
                        "sociallink_api_request_seconds_count{method=\"GET\",status=\"2xx\"}", 2.0)
                .containsEntry(
                        "sociallink_api_request_seconds_count{method=\"POST\",status=\"4xx\"}",
                        1.0);
    }

    @Test
    void timesStepsInSeconds() {
        metrics.steps().end(Step.SAVING, System.nanoTime() - 2_000_000_000L);

        assertThat(MetricsText.of(metrics).value("sociallink_step_seconds_sum{step=\"saving\"}"))
                .isBetween(2.0, 60.0);
    }
}
