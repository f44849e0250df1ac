package com.xpkit.sociallink.listing;

import java.util.List;
import java.util.stream.Collectors;

/** One filter of a list: a field, how it compares, and with what. */
record Condition(Field field, Operator operator, List<Object> values) {

    /** JPQL; the values become parameters. */
    String jpql(Parameters parameters) {
        var anyOf =
                values.stream()
                        .map(value -> single(parameters.add(value)))
                        .collect(Collectors.joining(" or ", "(", ")"));
        return operator == Operator.NOT_EQUAL ? "not " + anyOf : anyOf;
    }

    private String single(String parameter) {
        if (field.isArray()) {
            return field.membership().replace(":value", parameter);
        }
        var sign = operator == Operator.NOT_EQUAL ? "=" : operator.sign();
        return field.path() + " " + sign + " " + parameter;
    }
}
