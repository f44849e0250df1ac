package com.xpkit.sociallink.platform.listing;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.error.Quote;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A caller's request for a list. Unknown parameters and invalid values are named and refused. */
public final class ListRequest {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final int LAST_PAGE = 1_000_000;
    private static final Pattern DIRECTION = Pattern.compile("__(asc|desc)$");

    private final Fields fields;
    private final ListRequestSettings limits;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final List<Condition> conditions = new ArrayList<>();
    private Order order = Order.by(List.of());
    private int limit = DEFAULT_LIMIT;
    private int page = 1;
    private PageToken token;
    private String query = "";
    private String account;

    private ListRequest(Fields fields, ListRequestSettings limits) {
        this.fields = fields;
        this.limits = limits;
    }

    /**
     * @throws TooManyConditions when there are more filters than the limits allow
     * @throws InvalidFields naming the parameters that are unknown, repeated, too long or invalid
     */
    public static ListRequest of(
            MultivaluedMap<String, String> query, Fields fields, ListRequestSettings limits) {
        new RequestSize(query, limits).check();
        var request = new ListRequest(fields, limits);
        query.forEach(request::take);
        request.checkToken();
        if (!request.faults.isEmpty()) {
            throw new InvalidFields(request.faults);
        }
        return request;
    }

    private void take(String name, List<String> values) {
        if (values.size() > 1) {
            faults.put(name, "is given more than once");
        } else if (RequestSize.isOption(name)) {
            // XPKit's SDK sends an unset option as an empty value
            if (!values.get(0).isEmpty()) {
                takeOption(name, values.get(0));
            }
        } else if (RequestSize.isAccount(name)) {
            account = values.get(0);
        } else {
            takeFilter(name, values.get(0));
        }
    }

    private void takeOption(String name, String value) {
        switch (name) {
            case "x__order_by" -> order = Order.by(orderKeys(name, value));
            case "x__limit" -> limit = number(name, value, MAX_LIMIT);
            case "x__page" -> page = number(name, value, LAST_PAGE);
            case "x__token" -> token = PageToken.parse(value).orElseGet(() -> faultyToken(name));
            case "x__query" -> query = searchable(name, value);
            default -> faults.put(name, "is unknown");
        }
    }

    private String searchable(String name, String value) {
        if (Field.storable(value).isEmpty()) {
            faults.put(name, Field.STORABLE);
        } else if (value.codePointCount(0, value.length()) > limits.query()) {
            faults.put(
                    name,
                    "is longer than %d characters (%s)"
                            .formatted(limits.query(), ListRequestSettings.QUERY));
        }
        return value;
    }

    private PageToken faultyToken(String name) {
        faults.put(name, "is no page token of this list");
        return null;
    }

    private int number(String name, String value, int max) {
        if (value.matches("[1-9][0-9]{0,6}") && Integer.parseInt(value) <= max) {
            return Integer.parseInt(value);
        }
        faults.put(name, "must be a number from 1 to " + max);
        return 1;
    }

    private List<Order.Key> orderKeys(String name, String value) {
        var keys = new ArrayList<Order.Key>();
        for (var part : value.split(Pattern.quote("|"), -1)) {
            orderField(part)
                    .ifPresentOrElse(
                            known -> keys.add(new Order.Key(known, part.endsWith("__desc"))),
                            () -> faults.put(name, orderFault(part)));
        }
        if (keys.stream().map(Order.Key::field).distinct().count() < keys.size()) {
            faults.put(name, "names a field twice");
        }
        return keys;
    }

    /** The part after the last {@code __} is the direction, as in a filter's name it is the operator. */
    private Optional<Field> orderField(String part) {
        var name = DIRECTION.matcher(part).replaceFirst("");
        return name.equals(part) && part.contains("__") ? Optional.empty() : fields.named(name);
    }

    private static String orderFault(String part) {
        return part.contains("__") && !DIRECTION.matcher(part).find()
                ? "names " + Quote.of(part) + ", which ends in neither __asc nor __desc"
                : "names the unknown field " + Quote.of(part);
    }

    private void takeFilter(String name, String value) {
        var operator = Operator.of(name);
        var field = fields.named(operator.fieldOf(name));
        if (Operator.isMisspelt(name)) {
            faults.put(name, "ends in an unknown operator; there are " + Operator.suffixes());
        } else if (field.isEmpty()) {
            faults.put(name, "is unknown");
        } else {
            takeCondition(name, field.get(), operator, texts(operator, value));
        }
    }

    private static List<String> texts(Operator operator, String value) {
        return operator.takesSeveral()
                ? Arrays.asList(value.split(Pattern.quote("|"), -1))
                : List.of(value);
    }

    private void takeCondition(String name, Field field, Operator operator, List<String> texts) {
        var values = texts.stream().flatMap(text -> field.typed(text).stream()).toList();
        if (values.size() < texts.size()) {
            faults.put(name, field.expected());
        } else {
            conditions.add(new Condition(field, operator, values));
        }
    }

    private void checkToken() {
        if (token != null && token.typed(order).isEmpty()) {
            faults.put("x__token", "is of a list in another order");
        }
    }

    /**
     * For lists that belong to no account.
     *
     * @throws InvalidFields when the request names one
     */
    public ListRequest withoutAccount() {
        if (account != null) {
            throw new InvalidFields(Map.of("account_id", "is unknown"));
        }
        return this;
    }

    /** The value of {@code account_id}; null when it is absent. */
    public String account() {
        return account;
    }

    Fields fields() {
        return fields;
    }

    List<Condition> conditions() {
        return conditions;
    }

    Order order() {
        return order;
    }

    int limit() {
        return limit;
    }

    int page() {
        return token == null ? page : token.page();
    }

    Optional<PageToken> token() {
        return Optional.ofNullable(token);
    }

    /** The search text as received; empty when there is none. */
    String query() {
        return query;
    }
}
