package com.xpkit.sociallink.monitoring;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of Prometheus' query language that the dashboard and the alerts use.
 *
 * @param legend names labels as {@code {{label}}}
 */
record PromQl(String text, String legend) {

    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");
    private static final Pattern WORDS =
            Pattern.compile("\\b(?:and|or|unless|group_left \\(\\)|offset \\w+)(?!\\w)");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\(.*, (\\w+)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern NAME = Pattern.compile("([a-zA-Z_:]\\w*)(\\{[^}]*})?(\\s*\\()?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)");
    private static final Pattern IN_LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

    /** Each metric and the labels in its selectors. Every name that is not a function is a metric. */
    Map<String, Set<String>> metrics() {
        var plain = STRING.matcher(text).replaceAll("");
        plain = LABEL_VALUES.matcher(plain).find() ? plain.replaceFirst(", \\w+\\)", ")") : plain;
        plain = WORDS.matcher(GROUPING.matcher(plain).replaceAll("")).replaceAll(" ");
        var metrics = new TreeMap<String, Set<String>>();
        NAME.matcher(RANGE.matcher(plain).replaceAll(""))
                .results()
                .filter(name -> name.group(3) == null)
                .forEach(name -> metrics.put(name.group(1), matchers(name)));
        return metrics;
    }

    private static Set<String> matchers(MatchResult name) {
        return found(MATCHER, name.group(2) == null ? "" : name.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The labels that it groups by, shows or offers. */
    Set<String> labels() {
        var grouped =
                found(GROUPING, text).flatMap(list -> Stream.of(list.split(",\\s*"))).toList();
        return Stream.of(grouped.stream(), found(LABEL_VALUES, text), found(IN_LEGEND, legend))
                .flatMap(labels -> labels)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> found(Pattern pattern, String in) {
        return pattern.matcher(in).results().map(result -> result.group(1));
    }
}
