package com.xpkit.sociallink.platform.listing;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a filter compares. In the API it comes after the field's name: {@code created__gte}. */
public enum Operator {
    EQUAL("", "="),
    IN("__in", "="),
    NOT_EQUAL("__ne", "<>"),
    GREATER("__gt", ">"),
    GREATER_OR_EQUAL("__gte", ">="),
    LESS("__lt", "<"),
    LESS_OR_EQUAL("__lte", "<=");

    private final String suffix;
    private final String sign;

    Operator(String suffix, String sign) {
        this.suffix = suffix;
        this.sign = sign;
    }

    /** The operator in JPQL. */
    public String sign() {
        return sign;
    }

    /** Whether it compares by order, with a single value. */
    public boolean compares() {
        return ordinal() >= GREATER.ordinal();
    }

    /** Whether it accepts several values, separated by bars. */
    boolean takesSeveral() {
        return this == IN || this == NOT_EQUAL;
    }

    /** Whether it asks for greater values. */
    public boolean isUpwards() {
        return this == GREATER || this == GREATER_OR_EQUAL;
    }

    /** Whether the operator is satisfied by a result of {@link Comparable#compareTo}. */
    public boolean holds(int comparison) {
        return switch (this) {
            case EQUAL, IN -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
        };
    }

    /** The operator at the end of a parameter's name. */
    static Operator of(String parameter) {
        for (var operator : values()) {
            if (operator != EQUAL && parameter.endsWith(operator.suffix)) {
                return operator;
            }
        }
        return EQUAL;
    }

    /** Whether the name ends in an unknown operator, which is anything after the last {@code __}. */
    static boolean isMisspelt(String parameter) {
        return of(parameter) == EQUAL && parameter.contains("__");
    }

    /** All operators as they appear at the end of a name. */
    static String suffixes() {
        return Arrays.stream(values())
                .filter(operator -> operator != EQUAL)
                .map(operator -> operator.suffix)
                .collect(Collectors.joining(", "));
    }

    String fieldOf(String parameter) {
        return parameter.substring(0, parameter.length() - suffix.length());
    }
}
