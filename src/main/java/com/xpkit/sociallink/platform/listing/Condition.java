package com.xpkit.sociallink.platform.listing;

import java.util.List;

/** One filter of a list: a field, an operator and its values. */
record Condition(Field field, Operator operator, List<Object> values) {

    /**
     * The same as {@link #jpql}, for one of many conditions. Databases join the subqueries of conditions and search for
     * the best join order: for fifty of them, MariaDB takes more than half a minute. An alternative ({@code or}) is not
     * joined.
     */
    String isolatedJpql(Parameters parameters) {
        return "(" + jpql(parameters) + " or 1 = 0)";
    }

    /** JPQL; the values become query parameters. */
    String jpql(Parameters parameters) {
        var isNegated = operator == Operator.NOT_EQUAL;
        var positive = isNegated ? Operator.IN : operator;
        var matches = field.matches(positive, values, parameters);
        return (isNegated ? "not (" : "(") + matches + ")";
    }
}
