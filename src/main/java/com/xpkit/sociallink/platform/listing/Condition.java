package com.xpkit.sociallink.platform.listing;

import java.util.List;

/** One filter of a list: a field, how it compares, and with what. */
record Condition(Field field, Operator operator, List<Object> values) {

    /**
     * The same as {@link #jpql} for one of many. Databases join what a condition selects, and look for the best order of
     * all joins: for fifty MariaDB takes more than half a minute. What stands in an alternative is not joined.
     */
    String jpqlApart(Parameters parameters) {
        return "(" + jpql(parameters) + " or 1 = 0)";
    }

    /** JPQL; the values become parameters. */
    String jpql(Parameters parameters) {
        var isNegated = operator == Operator.NOT_EQUAL;
        var positive = isNegated ? Operator.IN : operator;
        var matches = field.matches(positive, values, parameters);
        return (isNegated ? "not (" : "(") + matches + ")";
    }
}
