package com.xpkit.sociallink.link;

import com.xpkit.sociallink.address.Query;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.Flows;
import java.util.List;
import java.util.Optional;

/**
 * What WeChat's browser came back with.
 *
 * @param query holds the sealed flow, code and state; WeChat appends the last two even where they are
 *     already there
 * @param cookies the Cookie headers; may be null
 * @param userAgent may be null
 */
record CallbackRequest(Query query, List<String> cookies, String userAgent) {

    Optional<String> flow() {
        return query.single(Flows.PARAMETER);
    }

    /** Whether the state is the flow's, and neither state nor code is there twice or unreadable. */
    boolean isOf(Flow flow) {
        return query.single("state").filter(flow.state()::equals).isPresent()
                && (!query.has("code") || query.single("code").isPresent());
    }

    /** WeChat's clients say no in three ways: no code, an empty one, or this word. */
    boolean hasDeclined() {
        return code().isEmpty() || code().equals("authdeny");
    }

    String code() {
        return query.single("code").orElse("");
    }

    @Override
    public String toString() {
        return "CallbackRequest";
    }
}
