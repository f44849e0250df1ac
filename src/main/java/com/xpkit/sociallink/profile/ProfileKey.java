package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.platform.storage.HashedId;
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
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A value by which a profile is found. The row of an OpenID also holds the social entry that WeChat sent with it, so
 * that a first link writes one row for both.
 */
@Entity
@IdClass(ProfileKey.Key.class)
@Table(name = "profile_key")
public class ProfileKey {

    static final String WECHAT_OPENID = "wechat_openid";

    /**
     * The members whose values are unique in an account, in the order in which they are shown. The database stores a
     * kind as its place in this list, which must never change.
     */
    public static final List<String> KINDS = List.of(WECHAT_OPENID, "email", "qr_code", "rfid");

    static final Comparator<ProfileKey> BY_JOINING = Comparator.comparing(key -> key.added);

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    /** See {@link #number}. */
    @Id private int kind;

    @Id
    @Column(name = "key_value")
    private String value;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "profile_id")
    private Profile profile;

    /** The profile's id again, for queries: some providers need a join for a path through the association. */
    @Column(name = "profile_id", insertable = false, updatable = false)
    private UUID profileId;

    /** Orders the values of a profile. */
    private Instant added;

    @Column(name = "app_id")
    private String appId;

    private String nickname;
    private String headimgurl;
    private String unionid;

    /** A hash of the account and the current unionid if this row claims it, otherwise null; unique. */
    @Column(name = "first_unionid")
    private String firstUnionid;

    protected ProfileKey() {}

    /** An OpenID that was just seen. */
    ProfileKey(Profile profile, String openid, Instant now) {
        this(profile, WECHAT_OPENID, openid);
        added = now;
    }

    /**
     * @param kind one of {@link #KINDS}
     */
    ProfileKey(Profile profile, String kind, String value) {
        accountId = profile.account();
        this.kind = number(kind);
        this.value = value;
        this.profile = profile;
        added = Instant.EPOCH;
    }

    /** Makes the key part of another profile of the account. */
    public void moveTo(Profile other) {
        profile.lose(this);
        profile = other;
        other.gain(this);
    }

    /** Sorts this key after {@code previous} unless it already is; returns its place in the order. */
    Instant joinAfter(Instant previous, Instant now) {
        if (!added.isAfter(previous)) {
            added = now.isAfter(previous) ? now : previous.plus(1, ChronoUnit.MICROS);
        }
        return added;
    }

    /**
     * Replaces the social entry with the written one. Returns whether anything changed.
     *
     * @param entry null when there is none
     * @param isFirst whether no other row in the account has the entry's unionid yet
     */
    boolean become(SocialEntry entry, boolean isFirst) {
        var before = entry();
        appId = entry == null ? null : entry.appId();
        nickname = entry == null ? null : entry.nickname();
        headimgurl = entry == null ? null : entry.headimgurl();
        claim(entry == null ? null : entry.unionid(), isFirst);
        return !Objects.equals(before, entry());
    }

    /**
     * A unionid is released as soon as the row gives it up: a claim without an owner would refuse everybody who brings
     * it.
     */
    private void claim(String received, boolean isFirst) {
        var isSame = Objects.equals(received, unionid);
        unionid = received;
        if (isFirst) {
            firstUnionid = claim(accountId, received);
        } else if (!isSame) {
            firstUnionid = null;
        }
    }

    static String claim(UUID account, String unionid) {
        return HashedId.textOf(account + " " + unionid);
    }

    /** The social entry; null when WeChat has sent nothing. */
    SocialEntry entry() {
        return appId == null ? null : new SocialEntry(appId, nickname, headimgurl, unionid);
    }

    /**
     * Updates the social entry; absent values stay as they are. Returns whether anything changed.
     *
     * @param isFirst whether no other row in the account has the visitor's unionid yet
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
        claim(visitor.unionid().orElse(unionid), isFirst);
        return isNew;
    }

    public Profile profile() {
        return profile;
    }

    /** One of {@link #KINDS}. */
    public String kind() {
        return KINDS.get(kind - 1);
    }

    /** The number that the database stores for one of {@link #KINDS}. */
    public static int number(String kind) {
        return KINDS.indexOf(kind) + 1;
    }

    public String value() {
        return value;
    }

    boolean isOpenid() {
        return kind == number(WECHAT_OPENID);
    }

    boolean isOpenid(String openid) {
        return isOpenid() && value.equals(openid);
    }

    /**
     * Whether another profile's key belongs to the same person, by its unionid. Two OpenIDs of one Official Account
     * with the same unionid are not a real person: WeChat's snapshot pages have produced such pairs.
     */
    boolean isDoubleOf(ProfileKey other) {
        return unionid != null
                && unionid.equals(other.unionid)
                && !appId.equals(other.appId)
                && !profile.id().equals(other.profile.id());
    }

    boolean isThrough(String officialAccount) {
        return officialAccount.equals(appId);
    }

    String unionid() {
        return unionid;
    }

    /** The class of a composite key, as Jakarta Persistence requires. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID accountId;
        private int kind;
        private String value;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.accountId.equals(accountId)
                    && key.kind == kind
                    && key.value.equals(value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, kind, value);
        }
    }
}
