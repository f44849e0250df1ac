package com.xpkit.sociallink.listing.member;

import com.xpkit.sociallink.listing.Field;
import com.xpkit.sociallink.listing.Operator;
import com.xpkit.sociallink.listing.Parameters;
import com.xpkit.sociallink.listing.Search;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Any member of a document. A query's text has no type, so it is compared with each stored value as a value
 * of that one's type: with numbers as a number when it reads as one, with timestamps as an instant, with
 * strings as a string. Greater and less never hold across types.
 *
 * @param name the members' names with dots between
 */
record MemberField(String name, MemberIndex index) implements Field {

    @Override
    public Optional<Object> typed(String text) {
        return Field.storable(text);
    }

    @Override
    public String matches(Operator operator, List<Object> values, Parameters parameters) {
        var comparison =
                operator.compares()
                        ? ranges(operator, (String) values.get(0), parameters)
                        : parameters.compared("m.value", Operator.IN, spellings(values));
        var path = parameters.add(MemberValue.path(name));
        return index.anyOf("m.path = " + path + " and " + comparison);
    }

    /** How values that equal the texts may be stored. */
    private static List<String> spellings(List<Object> texts) {
        var spellings = new ArrayList<String>();
        for (var value : texts) {
            var text = (String) value;
            spellings.add(MemberValue.text(MemberValue.TEXT, text));
            number(text).ifPresent(spellings::add);
            MemberValue.instant(text).ifPresent(spellings::add);
            switch (text) {
                case "true", "false" -> spellings.add(MemberValue.bool(text.equals("true")));
                case "null" -> spellings.add(MemberValue.NULL);
                default -> {}
            }
        }
        return spellings;
    }

    /** Each type's values stand between its letter and the next. */
    private static String ranges(Operator operator, String text, Parameters parameters) {
        var bounds = new ArrayList<String>();
        bounds.add(MemberValue.text(MemberValue.TEXT, text));
        number(text).ifPresent(bounds::add);
        bounds.add(
                MemberValue.instant(text)
                        .orElseGet(() -> MemberValue.text(MemberValue.INSTANT_TEXT, text)));
        return bounds.stream()
                .map(bound -> range(operator, bound, parameters))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String range(Operator operator, String bound, Parameters parameters) {
        var type = bound.charAt(0);
        var end = String.valueOf(operator.isUpwards() ? (char) (type + 1) : type);
        return "(m.value %s %s and m.value %s %s)"
                .formatted(
                        operator.sign(),
                        parameters.add(bound),
                        operator.isUpwards() ? "<" : ">=",
                        parameters.add(end));
    }

    private static Optional<String> number(String text) {
        // as JSON writes numbers, so that 0x1p3 and 5d are none
        if (!text.matches("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,6})?")) {
            return Optional.empty();
        }
        return Optional.of(MemberValue.number(new BigDecimal(text)));
    }

    /** By the least of its values; documents without any come first. */
    @Override
    public String ordered(Parameters parameters) {
        return index.least(parameters.add(MemberValue.path(name)));
    }

    @Override
    public Optional<Object> placed(String text) {
        return typed(text);
    }

    /** All documents are searched at once, by {@link MemberIndex#found}. */
    @Override
    public Optional<String> found(Search search) {
        return Optional.empty();
    }
}
