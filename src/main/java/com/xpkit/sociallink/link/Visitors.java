package com.xpkit.sociallink.link;

import com.xpkit.sociallink.profile.LinkedVisitor;
import com.xpkit.sociallink.wechat.Visitor;
import com.xpkit.sociallink.wechat.WeChatFailure;
import java.util.Optional;

/** Translates between the packages {@code wechat} and {@code profile}, which do not know each other. */
final class Visitors {

    private static final Visitor.Told NOTHING =
            new Visitor.Told(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    private Visitors() {}

    static LinkedVisitor linked(Visitor visitor) {
        var told = visitor.told().orElse(NOTHING);
        return new LinkedVisitor(
                visitor.appId(),
                visitor.openid(),
                visitor.unionid(),
                visitor.told().isPresent(),
                told.nickname(),
                told.headimgurl(),
                told.gender(),
                told.city(),
                told.province(),
                told.country());
    }

    static LinkError error(WeChatFailure failure) {
        return switch (failure.kind()) {
            case CODE_REFUSED, NO_TOKEN, UNREACHABLE -> LinkError.NO_TOKEN;
            case NO_PROFILE -> LinkError.NO_PROFILE;
            case SNAPSHOT_VISITOR -> LinkError.SNAPSHOT_VISITOR;
        };
    }
}
