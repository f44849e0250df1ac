package com.xpkit.sociallink.link;

import com.xpkit.sociallink.address.Query;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.Flows;
import java.util.List;
import java.util.Optional;

/**
 * A request with which WeChat sends a visitor back.
 *
 * @param query contains the sealed flow, code and state; WeChat appends the last two even if they are already there
 * @param cookies the Cookie headers; may be null
 * @param userAgent may be null
 */
record CallbackRequest(Query query, List<String> cookies, String userAgent) {

    Optional<String> flow() {
        return query.single(Flows.PARAMETER);
    }

    /** Whether the state is the flow's, and neither state nor code is unreadable or given twice. */
    boolean isOf(Flow flow) {
        return query.single("state").filter(flow.state()::equals).isPresent()
                && (!query.has("code") || query.single("code").isPresent());
    }

    /** WeChat's clients report a refusal in three ways: no code, an empty code, or this word. */
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
