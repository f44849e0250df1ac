package com.xpkit.sociallink.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The attacking account's profiles: a few as large as they may be, and thousands of small ones. */
final class Holdings {

    private static final int SMALL = 5_000;
    private static final int LARGE = 20;
    private static final int PAIRS = 40;

    private final TestBed bed;
    private final List<String> large = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    /** Two profiles that can be merged. */
    record Pair(String authority, String other) {

        String merge() {
            return "{\"authority\":\"%s\",\"profiles\":[\"%s\"]}".formatted(authority, other);
        }
    }

    Holdings(TestBed bed) {
        this.bed = bed;
    }

    Holdings fill() {
        bed.finished(bed.attacker().create("/api/profiles/", small()).getString("job_id"));
        for (var i = 0; i < LARGE; i++) {
            large.add(profile(largest(i)));
        }
        for (var i = 0; i < PAIRS; i++) {
            pairs.add(new Pair(profile(half(i, "a")), profile(half(i, "b"))));
        }
        return this;
    }

    private String profile(String body) {
        return bed.attacker().create("/api/profile/", body).getString("resource_id");
    }

    /** Each with ten members to order by and others to search for. */
    private static String small() {
        return joined(
                SMALL,
                i ->
                        "{%s,\"last\":\"v%d\",\"text\":\"number %d\"}"
                                .formatted(joined(10, m -> "\"m%d\":\"a\"".formatted(m)), i, i),
                "{\"profiles\":[",
                "]}");
    }

    /** Just below the limits of a body and of a profile's values; searching it takes long. */
    static String largest(int number) {
        return texts(
                980, number, "large", "{\"email\":[\"large%d@example.com\"],".formatted(number));
    }

    /** One merge accepts two of these. */
    private static String half(int number, String letter) {
        return texts(480, number, letter, "{");
    }

    private static String texts(int many, int number, String word, String begin) {
        return joined(
                many,
                i -> "\"%s%s%d.%d\"".formatted("x".repeat(1_000), word, number, i),
                begin + "\"texts\":[",
                "]}");
    }

    static String joined(int many, IntFunction<String> each) {
        return joined(many, each, "", "");
    }

    static String joined(int many, IntFunction<String> each, String begin, String end) {
        return IntStream.range(0, many).mapToObj(each).collect(Collectors.joining(",", begin, end));
    }

    String large(int i) {
        return large.get(i % LARGE);
    }

    Pair pair(int i) {
        return pairs.get(i % PAIRS);
    }
}
