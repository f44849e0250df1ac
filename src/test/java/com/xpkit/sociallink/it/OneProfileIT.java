package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Shop.HOME;
import static com.xpkit.sociallink.it.Service.WECHAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.simulator.Fault;
import com.xpkit.sociallink.simulator.Scope;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which links lead to the same profile, and which to another. */
class OneProfileIT extends OnAServer {

    private final Shop shop = Service.shop();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明🌸");
    private final Phone phone = Service.phone();

    @Test
    void oneVisitorIsOneProfileAndAnotherIsAnother() {
        var first = expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);
        var again = expect(Service.phone().follow(shop.consentLink(), visitor)).linksTo(HOME);
        var other = Visitor.named(Service.unique("v-"), "小红");

        assertThat(again).isEqualTo(first);
        assertThat(expect(phone.follow(shop.silentLink(), other)).linksTo(HOME))
                .isNotEqualTo(first);
        assertThat(shop.profiles()).isEqualTo(2);
    }

    @Test
    void anOpenidInOtherLettersIsAnotherVisitors() {
        var other =
                Json.createObjectBuilder()
                        .add("account_id", shop.account())
                        .add(
                                "wechat_openid",
                                ApiClient.array(shop.openid(visitor).toUpperCase(Locale.ROOT)));
        var there = ApiClient.created(Service.operator().post("/api/profile/", other)).id();

        var here = expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);

        assertThat(here).isNotEqualTo(there);
        assertThat(shop.profiles()).isEqualTo(2);
    }

    @Test
    void oneVisitorIsAnotherProfileInAnotherAccount() {
        var other = Service.shop(shop.official());

        var here = expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);
        var there = expect(phone.follow(other.silentLink(), visitor)).linksTo(HOME);

        assertThat(there).isNotEqualTo(here);
        expect(other.client().get("/api/profile/" + here)).isRefused(404, "not_found");
    }

    @Test
    void findsProfilesByOpenid() {
        var red = Visitor.named(Service.unique("v-"), "小红");
        var blue = Visitor.named(Service.unique("v-"), "小蓝");
        Stream.of(visitor, red, blue).forEach(v -> phone.follow(shop.silentLink(), v));

        var found = shop.client().get("/api/profile/?wechat_openid__in=" + both(visitor, red));

        assertThat(found.results())
                .extracting(result -> result.getJsonObject("resource"))
                .extracting(resource -> resource.getJsonArray("wechat_openid").getString(0))
                .containsExactlyInAnyOrder(
                        shop.openid(visitor), red.openid(shop.official().appId()));
    }

    private String both(Visitor one, Visitor other) {
        var appId = shop.official().appId();
        return ApiClient.encode(one.openid(appId) + "|" + other.openid(appId));
    }

    @Test
    void linksAtTheSameMomentMakeOneProfile() {
        var callbacks =
                IntStream.range(0, 8)
                        .mapToObj(i -> phone.goToWeChat(shop.consentLink(), visitor))
                        .toList();

        var profiles =
                callbacks.stream()
                        .map(uri -> CompletableFuture.supplyAsync(() -> phone.callBack(uri)))
                        .toList()
                        .stream()
                        .map(answer -> expect(answer.join()).linksTo(HOME))
                        .distinct();

        assertThat(profiles).hasSize(1);
        assertThat(shop.profiles()).isEqualTo(1);
    }

    @Test
    void joinsTheProfileOfTheSamePersonThroughAnotherOfficialAccount() {
        var platform = Service.unique("platform-");
        var first = Service.shop(Service.officialAccountOf(platform));
        var second = Service.officialAccountOf(platform);
        Service.operator().configure(first.account(), second, "two.example.com");
        var there = "https://two.example.com/";
        var link = first.tenant().link(Scope.SNSAPI_USERINFO, there);

        var one = expect(phone.follow(first.consentLink(), visitor)).linksTo(HOME);
        var other = expect(phone.follow(link, visitor)).linksTo(there);

        assertThat(other).isEqualTo(one);
        var stored = first.profile(one);
        assertThat(stored.getJsonArray("wechat_openid")).hasSize(2);
        assertThat(stored.getJsonArray("social").getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getString("unionid"))
                .containsExactly(visitor.unionid(platform), visitor.unionid(platform));
    }

    @Test
    void twoOpenidsOfOneOfficialAccountNeverShareAProfileWhateverTheirUnionid() {
        var bound = Service.shop(Service.officialAccountOf(Service.unique("platform-")));
        WECHAT.faults()
                .userinfo()
                .next(profileAnswer("oVirtual1", "oOne"))
                .next(profileAnswer("oVirtual2", "oOne"));
        WECHAT.faults().token().next(token("oVirtual1")).next(token("oVirtual2"));

        var one = expect(phone.follow(bound.consentLink(), visitor)).linksTo(HOME);
        var other = expect(phone.follow(bound.consentLink(), visitor)).linksTo(HOME);

        assertThat(other).isNotEqualTo(one);
    }

    private static Fault token(String openid) {
        return Fault.body(
                Json.createObjectBuilder()
                        .add("access_token", "t-" + openid)
                        .add("expires_in", 7200)
                        .add("openid", openid)
                        .build()
                        .toString());
    }

    private static Fault profileAnswer(String openid, String unionid) {
        return Fault.body(
                Json.createObjectBuilder()
                        .add("openid", openid)
                        .add("nickname", "微信用户")
                        .add("unionid", unionid)
                        .build()
                        .toString());
    }
}
