package com.xpkit.sociallink.platform.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text that Prometheus reads, parsed. */
public record MetricsText(String text) {

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    public static MetricsText of(Metrics metrics) {
        return new MetricsText(new String(metrics.show(null).text(), UTF_8));
    }

    /** Each sample's value by its name and labels, as written. */
    public Map<String, Double> samples() {
        var samples = new LinkedHashMap<String, Double>();
        text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" (?=[^ ]+$)"))
                .forEach(parts -> samples.put(parts[0], Double.valueOf(parts[1])));
        return samples;
    }

    /** A sample's value; 0 if there is none yet. */
    public double value(String sample) {
        return samples().getOrDefault(sample, 0.0);
    }

    /** The names of samples with the names of their labels. */
    public Map<String, Set<String>> labels() {
        return samples().keySet().stream()
                .collect(
                        Collectors.toMap(
                                sample -> sample.replaceFirst("\\{.*", ""),
                                MetricsText::labels,
                                (one, other) -> one));
    }

    private static Set<String> labels(String sample) {
        return LABEL.matcher(sample)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
