package com.xpkit.sociallink.platform.listing.document;

import com.xpkit.sociallink.platform.listing.Field;
import com.xpkit.sociallink.platform.listing.Moment;
import com.xpkit.sociallink.platform.listing.Operator;
import com.xpkit.sociallink.platform.listing.Parameters;
import com.xpkit.sociallink.platform.listing.Search;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Any member of a document. A query's text has no type, so it is compared with each stored value according to that
 * value's type: with numbers as a number if it parses as one, with strings as a string. A text that is a timestamp is
 * compared only with timestamps and with dates, which are stored as strings and mean their first instant. Greater and
 * less never match across types.
 *
 * @param name the member names, joined with dots
 */
record IndexedValueField(String name, IndexedValueRows index) implements Field {

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
        var path = parameters.add(IndexedValue.path(name));
        return index.anyOf("m.path = " + path + " and " + comparison);
    }

    /** The stored forms of values that equal the texts. */
    private static List<String> spellings(List<Object> texts) {
        var spellings = new ArrayList<String>();
        for (var value : texts) {
            var text = (String) value;
            spellings.add(IndexedValue.text(IndexedValue.TEXT, text));
            number(text).ifPresent(spellings::add);
            Moment.asked(text).ifPresent(moment -> addMoment(spellings, moment));
            switch (text) {
                case "true", "false" -> spellings.add(IndexedValue.bool(text.equals("true")));
                case "null" -> spellings.add(IndexedValue.NULL);
                default -> {}
            }
        }
        return spellings;
    }

    private static void addMoment(List<String> spellings, Instant moment) {
        spellings.add(IndexedValue.instant(moment));
        if (isFirstOfADay(moment)) {
            spellings.add(date(moment));
        }
    }

    private static String ranges(Operator operator, String text, Parameters parameters) {
        return Moment.asked(text)
                .map(moment -> momentRanges(operator, moment, parameters))
                .orElseGet(() -> textRanges(operator, text, parameters));
    }

    private static String textRanges(Operator operator, String text, Parameters parameters) {
        var bounds = new ArrayList<String>();
        bounds.add(IndexedValue.text(IndexedValue.TEXT, text));
        number(text).ifPresent(bounds::add);
        bounds.add(IndexedValue.text(IndexedValue.INSTANT_TEXT, text));
        return bounds.stream()
                .map(bound -> range(operator, bound, parameters))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String momentRanges(Operator operator, Instant moment, Parameters parameters) {
        return "(%s or (m.value like 's____-__-__' and %s))"
                .formatted(
                        range(operator, IndexedValue.instant(moment), parameters),
                        range(ofDates(operator, moment), date(moment), parameters));
    }

    /**
     * The operator for a date and the timestamp's date that is equivalent to comparing the date's first instant with
     * the timestamp.
     */
    private static Operator ofDates(Operator operator, Instant moment) {
        if (isFirstOfADay(moment)) {
            return operator;
        }
        return operator.isUpwards() ? Operator.GREATER : Operator.LESS_OR_EQUAL;
    }

    private static boolean isFirstOfADay(Instant moment) {
        return moment.equals(moment.truncatedTo(ChronoUnit.DAYS));
    }

    /** The date in UTC, as a date is stored; a year with five digits sorts after all stored dates. */
    private static String date(Instant moment) {
        var date = moment.atOffset(ZoneOffset.UTC).toLocalDate().toString().replace('+', ':');
        return IndexedValue.text(IndexedValue.TEXT, date);
    }

    /** The values of a type are between its letter and the next one. */
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
        // as JSON writes numbers, so that 0x1p3 and 5d are not numbers
        if (!text.matches("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,6})?")) {
            return Optional.empty();
        }
        return Optional.of(IndexedValue.number(new BigDecimal(text)));
    }

    /** By the smallest of its values; documents without any come first. */
    @Override
    public String ordered(Parameters parameters) {
        return index.min(parameters.add(IndexedValue.path(name)));
    }

    @Override
    public Optional<Object> placed(String text) {
        return typed(text);
    }

    /** All members are searched at once, by {@link IndexedValueRows#found}. */
    @Override
    public Optional<String> found(Search search) {
        return Optional.empty();
    }
}
