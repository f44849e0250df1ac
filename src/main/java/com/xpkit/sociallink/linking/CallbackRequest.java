package com.xpkit.sociallink.linking;

import com.xpkit.sociallink.flow.Flow;
import com.xpkit.sociallink.flow.Flows;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What WeChat's browser came back with.
 *
 * @param query holds the sealed flow, code and state; WeChat appends the last two even where they are
 *     already there
 * @param cookies the Cookie headers; may be null
 * @param userAgent may be null
 */
record CallbackRequest(Map<String, String[]> query, List<String> cookies, String userAgent) {

    private static final String[] EMPTY = {""};

    Optional<String> flow() {
        return single(Flows.PARAMETER);
    }

    /** Whether the state is the flow's, and neither state nor code is there twice. */
    boolean isOf(Flow flow) {
        return single("state").filter(flow.state()::equals).isPresent()
                && query.getOrDefault("code", EMPTY).length == 1;
    }

    private Optional<String> single(String name) {
        return Optional.ofNullable(query.get(name))
                .filter(values -> values.length == 1)
                .map(values -> values[0]);
    }

    /** WeChat's clients say no in three ways: no code, an empty one, or this word. */
    boolean hasDeclined() {
        return code().isEmpty() || code().equals("authdeny");
    }

    String code() {
        return query.getOrDefault("code", EMPTY)[0];
    }

    @Override
    public String toString() {
        return "CallbackRequest";
    }
}
