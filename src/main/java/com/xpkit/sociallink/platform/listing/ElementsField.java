package com.xpkit.sociallink.platform.listing;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An array whose elements have rows of their own; see {@link Field#elements}. */
record ElementsField(String name, Column.Type type, String order, String membership)
        implements Field {

    private static final Pattern ELEMENT = Pattern.compile("\\{([^}]+)}");

    @Override
    public Optional<Object> typed(String text) {
        return type.typed(text);
    }

    @Override
    public String expected() {
        return type.expected();
    }

    @Override
    public String matches(Operator operator, List<Object> values, Parameters parameters) {
        return replaced(path -> type.compared(path, operator, values, parameters));
    }

    @Override
    public String ordered(Parameters parameters) {
        return order;
    }

    @Override
    public Optional<Object> placed(String text) {
        return typed(text);
    }

    @Override
    public Optional<String> found(Search search) {
        return switch (type) {
            case TEXT -> Optional.of(replaced(search::in));
            case UUID -> Optional.of(replaced(path -> search.in(IdComparison.text(path))));
            case ID, TIME, NUMBER -> Optional.empty();
        };
    }

    private String replaced(UnaryOperator<String> element) {
        return ELEMENT.matcher(membership)
                .replaceAll(found -> Matcher.quoteReplacement(element.apply(found.group(1))));
    }
}
