package com.xpkit.sociallink.linking;

import com.xpkit.sociallink.flow.Flow;
import com.xpkit.sociallink.flow.FlowCookie;
import com.xpkit.sociallink.wechat.AuthType;
import com.xpkit.sociallink.wechat.OfficialAccount;
import com.xpkit.sociallink.wechat.WeChat;
import com.xpkit.sociallink.wechat.WeChatFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A code becomes a profile: WeChat says whose it is, or an earlier callback has left what became of it. */
@ApplicationScoped
public class CodeExchanging {

    @Inject WeChat wechat;

    @Inject FlowCookie cookie;

    @Inject LinkSaving saving;

    /**
     * @throws LinkRefused 103, 104 or 106
     */
    UUID profile(Flow flow, OfficialAccount official, CallbackRequest request) {
        var code = FlowCode.of(flow, request.code());
        var before = before(code, request);
        if (before.isPresent()) {
            return before.get().profile();
        }
        try {
            var visitor = wechat.visitor(official, request.code(), authType(flow));
            return saving.save(code, Visitors.linked(visitor));
        } catch (WeChatFailure failure) {
            return afterFailure(code, failure);
        }
    }

    static AuthType authType(Flow flow) {
        return flow.isWithConsent() ? AuthType.SNSAPI_USERINFO : AuthType.SNSAPI_BASE;
    }

    /** First links ask the database nothing here: only a flow that had a code refused may meet it again. */
    private Optional<LinkOutcome> before(FlowCode code, CallbackRequest request) {
        return cookie.tellsOfARefusal(code.flow(), request.cookies())
                ? saving.outcome(code)
                : Optional.empty();
    }

    private UUID afterFailure(FlowCode code, WeChatFailure failure) {
        var error = Visitors.error(failure);
        var refusal = new LinkRefused(error, failure.getMessage());
        if (failure.kind() == WeChatFailure.Kind.CODE_REFUSED) {
            return saving.outcomeSoon(code, List.of()).orElseThrow(() -> refusal).profile();
        }
        if (error == LinkError.NO_TOKEN) {
            return saving.outcome(code).orElseThrow(() -> refusal).profile();
        }
        // written before it looks: of two callbacks at once the refused one sees the other's
        saving.remember(code, error);
        return saving.outcome(code).flatMap(LinkOutcome::linked).orElseThrow(() -> refusal);
    }
}
