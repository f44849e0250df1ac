package com.xpkit.sociallink.link;

import com.xpkit.sociallink.wechat.AuthType;
import com.xpkit.sociallink.wechat.OfficialAccount;
import com.xpkit.sociallink.wechat.Visitor;
import com.xpkit.sociallink.wechat.WeChat;
import com.xpkit.sociallink.wechat.WeChatFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A WeChat that knows one visitor, or fails. */
final class WeChatStub extends WeChat {

    final List<String> codes = new ArrayList<>();
    final List<String> userAgents = new ArrayList<>();
    WeChatFailure failure;

    /** What happens while WeChat is busy with the call. */
    Runnable meanwhile = () -> {};

    @Override
    public String authorisePage(
            String appId, String callback, AuthType type, String state, String userAgent) {
        userAgents.add(userAgent);
        return "wechat:" + state;
    }

    @Override
    public Visitor visitor(OfficialAccount official, String code, AuthType authType) {
        codes.add(code);
        meanwhile.run();
        if (failure != null) {
            throw failure;
        }
        return new Visitor(official.appId(), "o1", Optional.empty(), Optional.empty());
    }
}
