package peer;

import me.chanjar.weixin.common.bean.WxOAuth2UserInfo;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.UUID;

/** Saves what WeChat says about a visitor. */
@Service
class Linking {

    private final Profiles profiles;
    private final TransactionTemplate transaction;

    Linking(Profiles profiles, TransactionTemplate transaction) {
        this.profiles = profiles;
        this.transaction = transaction;
    }

    /** The visitor's profile, a new one for a new visitor. */
    UUID link(WxOAuth2UserInfo user) {
        try {
            return transaction.execute(status -> save(user));
        } catch (DataIntegrityViolationException createdMeanwhile) {
            return transaction.execute(status -> save(user));
        }
    }

    private UUID save(WxOAuth2UserInfo user) {
        var profile = profiles.findByOpenid(user.getOpenid()).orElseGet(Profile::new);
        profile.update(user);
        return profiles.saveAndFlush(profile).id();
    }
}
