package peer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

import me.chanjar.weixin.common.bean.WxOAuth2UserInfo;

import java.time.Instant;
import java.util.UUID;

/** A visitor. */
@Entity
@Table(name = "profile", uniqueConstraints = @UniqueConstraint(columnNames = "openid"))
class Profile {

    @Id private UUID id = UUID.randomUUID();
    private String openid;
    private String nickname;
    private String gender;
    private String city;
    private String province;
    private String country;
    private String headimgurl;
    private String unionid;
    private Instant created = Instant.now();
    private Instant modified = created;

    UUID id() {
        return id;
    }

    void update(WxOAuth2UserInfo user) {
        openid = user.getOpenid();
        nickname = user.getNickname();
        gender = gender(user.getSex());
        city = user.getCity();
        province = user.getProvince();
        country = user.getCountry();
        headimgurl = user.getHeadImgUrl();
        unionid = user.getUnionId();
        modified = Instant.now();
    }

    private static String gender(int sex) {
        return switch (sex) {
            case 1 -> "Male";
            case 2 -> "Female";
            default -> null;
        };
    }
}
