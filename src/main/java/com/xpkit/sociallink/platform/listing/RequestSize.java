package com.xpkit.sociallink.platform.listing;

import static java.util.function.Predicate.not;

import com.xpkit.sociallink.platform.error.InvalidFields;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts how much a request asks for, before any field is resolved or any value parsed. */
record RequestSize(MultivaluedMap<String, String> query, ListRequestSettings limits) {

    /**
     * @throws TooManyConditions before anything else
     * @throws InvalidFields when there are too many values or sort keys
     */
    void check() {
        var conditions = names().filter(RequestSize::isCondition).count();
        if (conditions > limits.conditions()) {
            throw new TooManyConditions(conditions, limits.conditions());
        }
        var faults = valueFaults();
        if (sortKeys() > limits.sortKeys()) {
            faults.put(
                    "x__order_by",
                    "names more than %d fields (%s)"
                            .formatted(limits.sortKeys(), ListRequestSettings.SORT_KEYS));
        }
        if (!faults.isEmpty()) {
            throw new InvalidFields(faults);
        }
    }

    private Stream<String> names() {
        return query.keySet().stream();
    }

    static boolean isOption(String name) {
        return name.startsWith("x__");
    }

    static boolean isAccount(String name) {
        return name.equals("account_id");
    }

    private static boolean isCondition(String name) {
        return !isOption(name) && !isAccount(name);
    }

    /** A filter that accepts one value counts only as a condition. */
    private Map<String, String> valueFaults() {
        var values =
                names().filter(not(RequestSize::isOption))
                        .filter(name -> Operator.of(name).takesSeveral())
                        .collect(Collectors.toMap(name -> name, this::parts));
        var sum = values.values().stream().mapToLong(Long::longValue).sum();
        var faults = new LinkedHashMap<String, String>();
        if (sum > limits.values()) {
            values.forEach((name, number) -> faults.put(name, fault(number)));
        }
        return faults;
    }

    private String fault(long number) {
        return number > limits.values()
                ? "has more than %d values (%s)"
                        .formatted(limits.values(), ListRequestSettings.CONDITION_VALUES)
                : "has %d values; all conditions together may have %d (%s)"
                        .formatted(number, limits.values(), ListRequestSettings.CONDITION_VALUES);
    }

    private long sortKeys() {
        return parts("x__order_by");
    }

    /** The number of values, which are separated by bars. */
    private long parts(String name) {
        return query.getOrDefault(name, List.of()).stream()
                .mapToLong(value -> 1 + value.chars().filter(c -> c == '|').count())
                .sum();
    }
}
