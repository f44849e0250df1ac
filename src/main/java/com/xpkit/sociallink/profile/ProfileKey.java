package com.xpkit.sociallink.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * A value by which a profile is found. The row of an OpenID also holds the social entry that WeChat told
 * with it, so that a first link writes one row for both.
 */
@Entity
@IdClass(ProfileKey.Key.class)
@Table(name = "profile_key")
public class ProfileKey {

    static final String WECHAT_OPENID = "wechat_openid";

    @Id
    @Column(name = "account_id")
    private String accountId;

    @Id private String kind;

    @Id
    @Column(name = "key_value")
    private String value;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "profile_id")
    private Profile profile;

    private Instant added;

    @Column(name = "app_id")
    private String appId;

    private String nickname;
    private String headimgurl;
    private String unionid;

    @Column(name = "first_unionid")
    private String firstUnionid;

    protected ProfileKey() {}

    /** An OpenID that was seen just now. */
    ProfileKey(Profile profile, String openid, Instant now) {
        accountId = profile.account().toString();
        kind = WECHAT_OPENID;
        value = openid;
        added = now;
        this.profile = profile;
    }

    /**
     * Takes over the social entry; what was not told stays. Whether anything is new.
     *
     * @param isFirst whether nobody in the account has the visitor's unionid yet
     */
    boolean learn(LinkedVisitor visitor, boolean isFirst) {
        if (!visitor.hasConsented()) {
            return false;
        }
        var isNew = !Objects.equals(appId, visitor.appId());
        appId = visitor.appId();
        isNew |= visitor.nickname().filter(told -> !told.equals(nickname)).isPresent();
        nickname = visitor.nickname().orElse(nickname);
        isNew |= visitor.headimgurl().filter(told -> !told.equals(headimgurl)).isPresent();
        headimgurl = visitor.headimgurl().orElse(headimgurl);
        isNew |= visitor.unionid().filter(told -> !told.equals(unionid)).isPresent();
        unionid = visitor.unionid().orElse(unionid);
        firstUnionid = isFirst ? unionid : firstUnionid;
        return isNew;
    }

    Profile profile() {
        return profile;
    }

    String kind() {
        return kind;
    }

    String value() {
        return value;
    }

    boolean isOpenid(String openid) {
        return kind.equals(WECHAT_OPENID) && value.equals(openid);
    }

    boolean isThrough(String officialAccount) {
        return officialAccount.equals(appId);
    }

    boolean hasSocialEntry() {
        return appId != null;
    }

    String appId() {
        return appId;
    }

    String nickname() {
        return nickname;
    }

    String headimgurl() {
        return headimgurl;
    }

    String unionid() {
        return unionid;
    }

    /** What Jakarta Persistence asks of a key of several columns. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String accountId;
        private String kind;
        private String value;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.accountId.equals(accountId)
                    && key.kind.equals(kind)
                    && key.value.equals(value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, kind, value);
        }
    }
}
