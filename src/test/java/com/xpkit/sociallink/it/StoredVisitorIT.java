package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Shop.HOME;
import static com.xpkit.sociallink.it.Service.WECHAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.simulator.Nickname;
import com.xpkit.sociallink.simulator.People;
import com.xpkit.sociallink.simulator.ProfileShape;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a link stores about a visitor, silently and with consent. */
class StoredVisitorIT extends OnAServer {

    private final Shop shop = Service.shop();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明🌸");
    private final Phone phone = Service.phone();

    @Test
    void linksSilentlyWithOnlyTheOpenid() {
        var profile = expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);

        var stored = shop.profile(profile);
        assertThat(stored)
                .containsOnlyKeys(
                        "wechat_openid",
                        "social",
                        "email",
                        "qr_code",
                        "rfid",
                        "created",
                        "last_modified");
        assertThat(stored.getJsonArray("wechat_openid")).hasToString(quoted(shop.openid(visitor)));
        assertThat(stored.getJsonArray("social")).isEmpty();
    }

    private static String quoted(String text) {
        return "[\"" + text + "\"]";
    }

    @Test
    void linksWithConsentAndSavesWhatWeChatReports() {
        var profile = expect(phone.follow(shop.consentLink(), visitor)).linksTo(HOME);

        var social = onlySocialEntryOf(profile);
        assertThat(social.getString("type")).isEqualTo("wechat");
        assertThat(social.getString("openid")).isEqualTo(shop.openid(visitor));
        assertThat(social.getString("nickname")).isEqualTo("小明🌸");
        assertThat(social.getString("headimgurl")).isEqualTo(visitor.headimgurl());
        assertThat(social.getString("app_id")).isEqualTo(shop.official().appId());
        assertThat(social).doesNotContainKey("unionid");
        assertThat(shop.profile(profile)).doesNotContainKeys("gender", "address");
    }

    @Test
    void asksWeChatForTheSettingsLanguage() {
        phone.follow(shop.consentLink(), visitor);

        assertThat(WECHAT.logbook().userinfoLanguages()).containsOnly("zh_CN");
    }

    @ParameterizedTest
    @EnumSource(
            value = ProfileShape.class,
            names = {"BEFORE_2021", "BEFORE_2021_WITH_SEX_AS_TEXT"})
    void savesGenderAndAddressWhereWeChatReportsThem(ProfileShape shape) {
        var detailed = visitor.sex(2).from("广州", "广东", "中国").shape(shape);

        var profile = expect(phone.follow(shop.consentLink(), detailed)).linksTo(HOME);

        var stored = shop.profile(profile);
        assertThat(stored.getString("gender")).isEqualTo("Female");
        assertThat(stored.getJsonObject("address"))
                .hasToString("{\"city\":\"广州\",\"province\":\"广东\",\"country\":\"中国\"}");
    }

    @Test
    void keepsWhatIsStoredWhenWeChatReportsItEmpty() {
        var before = visitor.sex(1).from("深圳", "广东", "中国").shape(ProfileShape.BEFORE_2021);
        var profile = expect(phone.follow(shop.consentLink(), before)).linksTo(HOME);

        var later = Visitor.named(visitor.key(), "").withoutAvatar();
        expect(phone.follow(shop.consentLink(), later)).linksTo(HOME);
        expect(phone.follow(shop.silentLink(), later)).linksTo(HOME);

        assertThat(shop.profile(profile).getString("gender")).isEqualTo("Male");
        assertThat(shop.profile(profile).getJsonObject("address").getString("city"))
                .isEqualTo("深圳");
        assertThat(onlySocialEntryOf(profile).getString("nickname")).isEqualTo("小明🌸");
        assertThat(onlySocialEntryOf(profile).getString("headimgurl"))
                .isEqualTo(visitor.headimgurl());
    }

    @Test
    void takesOverANewNickname() {
        var profile = expect(phone.follow(shop.consentLink(), visitor)).linksTo(HOME);

        var renamed = Visitor.named(visitor.key(), "大明");
        assertThat(expect(phone.follow(shop.consentLink(), renamed)).linksTo(HOME))
                .isEqualTo(profile);

        assertThat(onlySocialEntryOf(profile).getString("nickname")).isEqualTo("大明");
    }

    static Stream<Nickname> oddNicknames() {
        return Stream.of(
                People.ODD.nickname(),
                People.EMOJI.nickname(),
                Nickname.of("a\u0000b\u0007\r\n\tc"),
                Nickname.of(" "),
                Nickname.of("\"><script>alert(1)</script>"),
                Nickname.of("x".repeat(5000)),
                Nickname.ofBytes((byte) 0xed, (byte) 0xa0, (byte) 0xbd),
                Nickname.ofBytes((byte) 0xff, (byte) 0xfe, (byte) 'z'));
    }

    @ParameterizedTest
    @MethodSource("oddNicknames")
    void noNicknameFailsALink(Nickname nickname) {
        var odd = visitor.nickname(nickname);

        var profile = expect(phone.follow(shop.consentLink(), odd)).linksTo(HOME);

        assertThat(onlySocialEntryOf(profile).getString("openid")).isEqualTo(shop.openid(visitor));
    }

    private JsonObject onlySocialEntryOf(String profile) {
        var social = shop.profile(profile).getJsonArray("social");
        assertThat(social).hasSize(1);
        return social.getJsonObject(0);
    }
}
