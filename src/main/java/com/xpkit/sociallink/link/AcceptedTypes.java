package com.xpkit.sociallink.link;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The media types in an {@code Accept} header (RFC 9110, 12.5.1), in the client's order of preference: by weight, and of
 * the same weight, the more specific ones first.
 */
record AcceptedTypes(List<String> names) {

    private static final Set<String> JSON = Set.of("application/json", "application/*");
    private static final Set<String> HTML = Set.of("text/html", "text/*", "*/*");
    private static final Pattern WEIGHT = Pattern.compile("[01](?:\\.[0-9]{0,3})?");

    private record Range(String name, double weight) {

        static Range read(String text) {
            var parts = text.split(";");
            var weight = 1.0;
            for (var part : parts) {
                var parameter = part.strip();
                if (parameter.startsWith("q=")) {
                    weight = weight(parameter.substring(2));
                }
            }
            return new Range(parts.length == 0 ? "" : parts[0].strip(), weight);
        }

        /** Unwanted if it is malformed. */
        private static double weight(String text) {
            return WEIGHT.matcher(text).matches() ? Double.parseDouble(text) : 0;
        }

        boolean isWanted() {
            return weight > 0;
        }

        long wildcards() {
            return name.chars().filter(sign -> sign == '*').count();
        }
    }

    /**
     * @param header null when there is none
     */
    static AcceptedTypes of(String header) {
        return new AcceptedTypes(
                Stream.ofNullable(header)
                        .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split(",")))
                        .map(Range::read)
                        .filter(Range::isWanted)
                        .sorted(
                                Comparator.comparingDouble((Range range) -> -range.weight())
                                        .thenComparingLong(Range::wildcards))
                        .map(Range::name)
                        .toList());
    }

    /** Whether JSON comes before HTML and before any type that includes HTML. */
    boolean prefersJson() {
        return names.stream()
                .filter(name -> JSON.contains(name) || HTML.contains(name))
                .findFirst()
                .filter(JSON::contains)
                .isPresent();
    }
}
