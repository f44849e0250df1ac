package com.xpkit.sociallink.link;

import com.xpkit.sociallink.wechat.AuthType;
import com.xpkit.sociallink.wechat.OfficialAccount;
import com.xpkit.sociallink.wechat.Visitor;
import com.xpkit.sociallink.wechat.WeChat;
import com.xpkit.sociallink.wechat.WeChatFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A WeChat that knows one visitor, or fails. */
final class WeChatStub extends WeChat {

    final List<String> codes = new ArrayList<>();
    final List<String> userAgents = new ArrayList<>();
    WeChatFailure failure;

    /** The answer, if a test gives it later. */
    CompletableFuture<Visitor> later;

    /** What happens while WeChat is busy with the call. */
    Runnable meanwhile = () -> {};

    @Override
    public String authorisePage(
            String appId, String callback, AuthType type, String state, String userAgent) {
        userAgents.add(userAgent);
        return "wechat:" + state;
    }

    @Override
    public CompletionStage<Visitor> visitor(
            OfficialAccount official, String code, AuthType authType) {
        codes.add(code);
        meanwhile.run();
        if (later != null) {
            return later;
        }
        return failure != null
                ? CompletableFuture.failedFuture(failure)
                : CompletableFuture.completedFuture(visitor(official));
    }

    private static Visitor visitor(OfficialAccount official) {
        return new Visitor(official.appId(), "o1", Optional.empty(), Optional.empty());
    }
}
