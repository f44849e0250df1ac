package com.xpkit.sociallink.platform.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The metrics at one moment, as text.
 *
 * @param contentType includes the version of the format
 */
public record Exposition(String contentType, byte[] text) {

    private static final OpenMetricsTextFormatWriter OPEN_METRICS =
            OpenMetricsTextFormatWriter.create();
    private static final PrometheusTextFormatWriter PROMETHEUS =
            PrometheusTextFormatWriter.create();

    /**
     * OpenMetrics 1.0 if the client names it, otherwise the Prometheus text format 0.0.4.
     *
     * @param accept may be null
     */
    static Exposition of(MetricSnapshots numbers, String accept) {
        return written(numbers, OPEN_METRICS.accepts(accept) ? OPEN_METRICS : PROMETHEUS);
    }

    private static Exposition written(MetricSnapshots numbers, ExpositionFormatWriter format) {
        var text = new ByteArrayOutputStream();
        try {
            format.write(text, numbers);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return new Exposition(format.getContentType(), text.toByteArray());
    }
}
