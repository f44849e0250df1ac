package com.xpkit.sociallink.simulator;

import java.util.Optional;

/**
 * A person with a WeChat account.
 *
 * @param key names the visitor in the cookie and on the sheet; OpenID and UnionID derive from it
 * @param sex 0 unknown, 1 male, 2 female
 * @param shape how userinfo reports this visitor; if empty, the simulator's options decide
 * @param snapshot whether this is the virtual user of a snapshot page; flagged with {@code snsapi_userinfo} only,
 *     since {@code snsapi_base} shows no snapshot page
 */
public record Visitor(
        String key,
        Nickname nickname,
        int sex,
        Region region,
        Optional<ProfileShape> shape,
        boolean snapshot,
        boolean avatar) {

    public Visitor {
        if (!key.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("A visitor's key is 1 to 40 of a-z, 0-9 and -");
        }
    }

    public static Visitor named(String key, String nickname) {
        return new Visitor(
                key, Nickname.of(nickname), 0, Region.UNKNOWN, Optional.empty(), false, true);
    }

    public Visitor nickname(Nickname other) {
        return new Visitor(key, other, sex, region, shape, snapshot, avatar);
    }

    public Visitor sex(int other) {
        return new Visitor(key, nickname, other, region, shape, snapshot, avatar);
    }

    public Visitor from(String city, String province, String country) {
        Region home = new Region(city, province, country);
        return new Visitor(key, nickname, sex, home, shape, snapshot, avatar);
    }

    public Visitor shape(ProfileShape other) {
        return new Visitor(key, nickname, sex, region, Optional.of(other), snapshot, avatar);
    }

    public Visitor onSnapshotPage() {
        return new Visitor(key, nickname, sex, region, shape, true, avatar);
    }

    public Visitor withoutAvatar() {
        return new Visitor(key, nickname, sex, region, shape, snapshot, false);
    }

    /** Who this visitor is for one Official Account: always the same, and a different one for each account. */
    public String openid(String appId) {
        return Identity.of("openid", appId, key);
    }

    /** Who this visitor is for all accounts that are bound to one Open Platform account. */
    public String unionid(String openPlatform) {
        return Identity.of("unionid", openPlatform, key);
    }

    /** The avatar's address in userinfo, empty without an avatar. */
    public String headimgurl() {
        return avatar
                ? "https://thirdwx.qlogo.cn/mmopen/vi_32/" + Identity.of("avatar", "", key) + "/132"
                : "";
    }
}
