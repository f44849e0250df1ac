package com.xpkit.sociallink.linking;

import com.xpkit.sociallink.flow.Flow;
import com.xpkit.sociallink.flow.FlowCookie;
import com.xpkit.sociallink.wechat.AuthType;
import com.xpkit.sociallink.wechat.CodeUsed;
import com.xpkit.sociallink.wechat.OfficialAccount;
import com.xpkit.sociallink.wechat.WeChat;
import com.xpkit.sociallink.wechat.WeChatFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
     * @throws CodeSpentElsewhere when the flow needs another code
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
        } catch (CodeUsed used) {
            return afterUse(code, request)
                    .orElseThrow(() -> new CodeSpentElsewhere(Restart.CODE_USED));
        } catch (WeChatFailure failure) {
            return afterFailure(code, request, failure);
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

    private UUID afterFailure(FlowCode code, CallbackRequest request, WeChatFailure failure) {
        var error = Visitors.error(failure);
        var refusal = new LinkRefused(error, failure.getMessage());
        if (failure.kind() == WeChatFailure.Kind.CODE_REFUSED) {
            return afterUse(code, request).orElseThrow(() -> refusal);
        }
        if (error == LinkError.NO_TOKEN) {
            return saving.outcome(code).orElseThrow(() -> refusal).profile();
        }
        // written before it looks: of two callbacks at once the refused one sees the other's
        saving.remember(code, error);
        return saving.outcome(code).flatMap(LinkOutcome::linked).orElseThrow(() -> refusal);
    }

    /** What the callback came to that has used the code; empty when nobody tells in time. */
    private Optional<UUID> afterUse(FlowCode code, CallbackRequest request) {
        var others = cookie.otherStates(code.flow(), request.cookies());
        var outcome = saving.outcomeSoon(code, others);
        if (outcome.filter(known -> !known.isOf(code.flow())).isPresent()) {
            throw new CodeSpentElsewhere(Restart.CODE_OF_ANOTHER_FLOW);
        }
        return outcome.map(LinkOutcome::profile);
    }
}
