package com.xpkit.sociallink.linking;

import com.xpkit.sociallink.flow.Flow;
import com.xpkit.sociallink.flow.Flows;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/**
 * What WeChat's browser came back with.
 *
 * @param query holds the sealed flow, code and state; WeChat appends the last two even where they are
 *     already there
 * @param cookies the Cookie headers; may be null
 */
record CallbackRequest(MultivaluedMap<String, String> query, List<String> cookies) {

    Optional<String> flow() {
        return Optional.ofNullable(AuthoriseRequest.single(query, Flows.PARAMETER));
    }

    /** Whether the state is the flow's, and neither state nor code is there twice. */
    boolean isOf(Flow flow) {
        return List.of(flow.state()).equals(query.get("state"))
                && query.getOrDefault("code", List.of("")).size() == 1;
    }

    /** WeChat's clients say no in three ways: no code, an empty one, or this word. */
    boolean hasDeclined() {
        return code().isEmpty() || code().equals("authdeny");
    }

    String code() {
        return query.getOrDefault("code", List.of("")).get(0);
    }

    @Override
    public String toString() {
        return "CallbackRequest";
    }
}
