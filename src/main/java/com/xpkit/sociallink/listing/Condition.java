package com.xpkit.sociallink.listing;

import java.util.List;

/** One filter of a list: a field, how it compares, and with what. */
record Condition(Field field, Operator operator, List<Object> values) {

    /** JPQL; the values become parameters. */
    String jpql(Parameters parameters) {
        var isNegated = operator == Operator.NOT_EQUAL;
        var positive = isNegated ? Operator.IN : operator;
        var matches = field.matches(positive, values, parameters);
        return (isNegated ? "not (" : "(") + matches + ")";
    }
}
