package com.xpkit.sociallink.listing;

/** How a filter compares; the wire writes it behind the field's name: {@code created__gte}. */
enum Operator {
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

    String sign() {
        return sign;
    }

    boolean compares() {
        return ordinal() >= GREATER.ordinal();
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

    String fieldOf(String parameter) {
        return parameter.substring(0, parameter.length() - suffix.length());
    }
}
