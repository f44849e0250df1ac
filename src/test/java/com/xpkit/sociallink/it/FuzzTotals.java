package com.xpkit.sociallink.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The totals of generated requests. */
final class FuzzTotals {

    private static final int MAX_FAULTS = 30;

    private final Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Duration slowest = Duration.ZERO;
    private String slowestCase = "none";

    synchronized void answered(String family, String request, int status, Duration took) {
        statuses.computeIfAbsent(family, f -> new TreeMap<>()).merge(status, 1, Integer::sum);
        if (took.compareTo(slowest) > 0) {
            slowest = took;
            slowestCase = request;
        }
    }

    /** Something that a person should know about, although it is not a fault. */
    synchronized void note(String text) {
        notes.add(text);
        System.out.println("Fuzz: " + text);
    }

    synchronized void fault(String text) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(text);
            System.out.println("Fuzz: FAULT " + text);
        }
    }

    /** Of one family, each with the case that shows it. */
    synchronized List<String> faultsOf(String family) {
        return faults.stream().filter(fault -> fault.startsWith(family + " ")).toList();
    }

    @Override
    public synchronized String toString() {
        var lines = new ArrayList<>(notes);
        statuses.forEach(
                (family, counts) ->
                        lines.add(family + ": " + sum(counts) + " requests, by status " + counts));
        lines.add("slowest: " + slowest.toMillis() + " ms, " + slowestCase);
        lines.add("requests: " + statuses.values().stream().mapToInt(FuzzTotals::sum).sum());
        lines.add("faults: " + faults.size());
        return String.join("\n  ", lines);
    }

    private static int sum(Map<Integer, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
