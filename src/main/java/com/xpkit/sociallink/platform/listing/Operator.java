package com.xpkit.sociallink.platform.listing;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a filter compares; the wire writes it behind the field's name: {@code created__gte}. */
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

    /** In JPQL. */
    public String sign() {
        return sign;
    }

    /** Whether it asks for more or less, of a single value. */
    public boolean compares() {
        return ordinal() >= GREATER.ordinal();
    }

    /** Whether it takes several values with bars between. */
    boolean takesSeveral() {
        return this == IN || this == NOT_EQUAL;
    }

    /** Whether it asks for a greater value. */
    public boolean isUpwards() {
        return this == GREATER || this == GREATER_OR_EQUAL;
    }

    /** Whether a comparison that came out so ({@link Comparable#compareTo}) holds. */
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

    /** The operator that a parameter's name ends in. */
    static Operator of(String parameter) {
        for (var operator : values()) {
            if (operator != EQUAL && parameter.endsWith(operator.suffix)) {
                return operator;
            }
        }
        return EQUAL;
    }

    /** Whether the name ends in an operator that does not exist; what follows the last {@code __} is one. */
    static boolean isMisspelt(String parameter) {
        return of(parameter) == EQUAL && parameter.contains("__");
    }

    /** All that there are, as a name ends in them. */
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
