package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.it.AnswerAssert.expect;
import static com.xpkit.sociallink.it.Service.WECHAT;
import static com.xpkit.sociallink.it.Shop.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.simulator.Decision;
import com.xpkit.sociallink.simulator.Fault;
import com.xpkit.sociallink.simulator.Nickname;
import com.xpkit.sociallink.simulator.People;
import com.xpkit.sociallink.simulator.ProfileShape;
import com.xpkit.sociallink.simulator.Scope;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.HttpCookie;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The visitor's way: section 1 of the contract. */
@ExtendWith(ArquillianExtension.class)
class LinkingIT {

    private final Shop shop = Shop.open();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明🌸");
    private final WeChatPhone phone = WeChatPhone.create();

    @Deployment(testable = false)
    static WebArchive service() {
        return Service.war();
    }

    // the way to a profile

    @Test
    void linksSilentlyByTheOpenidAlone() {
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
        assertThat(stored.getJsonArray("wechat_openid")).hasToString(quoted(openid()));
        assertThat(stored.getJsonArray("social")).isEmpty();
    }

    @Test
    void linksWithConsentAndSavesWhatWeChatTells() {
        var profile = expect(phone.follow(shop.consentLink(), visitor)).linksTo(HOME);

        var social = onlySocialEntryOf(profile);
        assertThat(social.getString("type")).isEqualTo("wechat");
        assertThat(social.getString("openid")).isEqualTo(openid());
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
    void savesGenderAndAddressWhereWeChatTellsThem(ProfileShape shape) {
        var told = visitor.sex(2).from("广州", "广东", "中国").shape(shape);

        var profile = expect(phone.follow(shop.consentLink(), told)).linksTo(HOME);

        var stored = shop.profile(profile);
        assertThat(stored.getString("gender")).isEqualTo("Female");
        assertThat(stored.getJsonObject("address"))
                .hasToString("{\"city\":\"广州\",\"province\":\"广东\",\"country\":\"中国\"}");
    }

    @Test
    void keepsWhatIsStoredWhenWeChatTellsItEmpty() {
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

        assertThat(onlySocialEntryOf(profile).getString("openid")).isEqualTo(openid());
    }

    @Test
    void oneVisitorIsOneProfileAndAnotherIsAnother() {
        var first = expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);
        var again = expect(WeChatPhone.create().follow(shop.consentLink(), visitor)).linksTo(HOME);
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
                        .add("wechat_openid", Portal.array(openid().toUpperCase(Locale.ROOT)));
        var there = Portal.created(Portal.operator().post("/api/profile/", other)).id();

        var here = expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);

        assertThat(here).isNotEqualTo(there);
        assertThat(shop.profiles()).isEqualTo(2);
    }

    @Test
    void oneVisitorIsAnotherProfileInAnotherAccount() {
        var other = Shop.open(shop.official());

        var here = expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);
        var there = expect(phone.follow(other.silentLink(), visitor)).linksTo(HOME);

        assertThat(there).isNotEqualTo(here);
        expect(other.portal().get("/api/profile/" + here)).isRefused(404, "not_found");
    }

    @Test
    void findsProfilesByOpenid() {
        var red = Visitor.named(Service.unique("v-"), "小红");
        var blue = Visitor.named(Service.unique("v-"), "小蓝");
        Stream.of(visitor, red, blue).forEach(v -> phone.follow(shop.silentLink(), v));

        var found = shop.portal().get("/api/profile/?wechat_openid__in=" + both(visitor, red));

        assertThat(found.results())
                .extracting(result -> result.getJsonObject("resource"))
                .extracting(resource -> resource.getJsonArray("wechat_openid").getString(0))
                .containsExactlyInAnyOrder(openid(), red.openid(shop.official().appId()));
    }

    private String both(Visitor one, Visitor other) {
        var appId = shop.official().appId();
        return Portal.encode(one.openid(appId) + "|" + other.openid(appId));
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

    // the unionid

    @Test
    void joinsTheProfileOfTheSamePersonThroughAnotherOfficialAccount() {
        var platform = Service.unique("platform-");
        var second = withSecondDomain(platform);
        var through1 = second.first();

        var one = expect(phone.follow(through1.consentLink(), visitor)).linksTo(HOME);
        var other =
                expect(phone.follow(second.consentLink(), visitor))
                        .linksTo("https://two.example.com/");

        assertThat(other).isEqualTo(one);
        var stored = through1.profile(one);
        assertThat(stored.getJsonArray("wechat_openid")).hasSize(2);
        assertThat(stored.getJsonArray("social").getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getString("unionid"))
                .containsExactly(visitor.unionid(platform), visitor.unionid(platform));
    }

    /** A shop with a second Official Account of the same owner, for another domain. */
    private record TwoAccounts(Shop first) {
        URI consentLink() {
            return Shop.authorise(
                    "account_id=%s&auth_type=snsapi_userinfo&application_uri=%s"
                            .formatted(first.account(), Portal.encode("https://two.example.com/")));
        }
    }

    private static TwoAccounts withSecondDomain(String platform) {
        var first = Shop.open(Service.officialAccountOf(platform));
        Portal.operator()
                .configure(first.account(), Service.officialAccountOf(platform), "two.example.com");
        return new TwoAccounts(first);
    }

    // the link's address

    @Test
    void sendsToWeChatWithParametersInTheOrderThatWeChatChecks() {
        var sent = phone.open(shop.consentLink()).location().toString();

        var callback = Portal.encode(Service.URL + "/api/wechat/callback/?flow=");
        assertThat(sent)
                .matches(
                        "\\Q%s\\E/connect/oauth2/authorize\\?appid=\\Q%s\\E&redirect_uri=\\Q%s\\E[A-Za-z0-9_%%-]+&response_type=code&scope=snsapi_userinfo&state=[a-zA-Z0-9]{1,128}&connect_redirect=1#wechat_redirect"
                                .formatted(WECHAT.url(), shop.official().appId(), callback));
    }

    @Test
    void neverUsesAStateTwice() {
        var states = new HashSet<String>();
        for (int i = 0; i < 50; i++) {
            states.add(phone.open(shop.silentLink()).sent("state").orElseThrow());
        }

        assertThat(states).hasSize(50);
    }

    @Test
    void tiesTheFlowToTheBrowserByACookieThatScriptsCannotRead() {
        var answer = phone.open(shop.silentLink());

        expect(answer).has(302).isNotKept();
        var cookie = answer.header("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("; HttpOnly").contains("; SameSite=Lax").contains("Path=/api/");
        assertThat(cookie).contains("Max-Age=600").doesNotContain("Secure");
        assertThat(cookie).doesNotContain(shop.account());
    }

    @ParameterizedTest
    @CsvSource({"'', snsapi_base", "auth_type=, snsapi_base", "auth_type=snsapi_base, snsapi_base"})
    void asksForTheOpenidAloneUnlessToldOtherwise(String authType, String scope) {
        var answer =
                phone.open(
                        Shop.authorise(
                                authType
                                        + "&account_id="
                                        + shop.account()
                                        + "&application_uri="
                                        + Portal.encode(HOME)));

        assertThat(answer.sent("scope")).hasValue(scope);
    }

    @Test
    void knowsItsPathsWithAndWithoutTheLastSlash() {
        var withoutSlash =
                URI.create(shop.silentLink().toString().replace("authorise/?", "authorise?"));
        var callback = phone.goToWeChat(withoutSlash, visitor).toString();

        var answer = phone.callBack(URI.create(callback.replace("callback/?", "callback?")));

        expect(answer).linksTo(HOME);
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com, https://app.example.com/?profile_id=",
        "https://app.example.com/a?b=c, https://app.example.com/a?b=c&profile_id=",
        "https://app.example.com/#/shop?x=1, https://app.example.com/?profile_id=*#/shop?x=1",
        "https://app.example.com/?profile_id=evil&a=1&error_code=7&profile_id, https://app.example.com/?a=1&profile_id=",
        "https://app.example.com/?%70rofile_id=evil, https://app.example.com/?profile_id=",
        "https://APP.example.com:443/%E4%B8%AD?q=%2B+, https://app.example.com/%E4%B8%AD?q=%2B+&profile_id="
    })
    void joinsTheProfileToTheApplicationsOwnAddress(String home, String expected) {
        var answer = phone.follow(shop.linkTo(home), visitor);

        var profile = answer.sent("profile_id").orElse("none");
        var wanted = expected.contains("*") ? expected.replace("*", profile) : expected + profile;
        expect(answer).goesTo(wanted);
    }

    /** Browsers carry {@code #wechat_redirect} over to a Location that has no fragment. */
    @ParameterizedTest
    @ValueSource(strings = {HOME, HOME + "?a=b", "https://app.example.com"})
    void aBareSharpEndsTheLocationWhereTheApplicationHasNoFragment(String home) {
        var linked = phone.follow(shop.linkTo(home), visitor);
        var refused = WeChatPhone.withBrowser("Firefox").open(shop.linkTo(home));
        var declined = phone.callBack(withoutCode(phone.goToWeChat(shop.linkTo(home), visitor)));

        assertThat(linked.header("Location").orElseThrow()).matches(".*[?&]profile_id=[^#]+#");
        assertThat(refused.header("Location").orElseThrow()).matches(".*[?&]error_code=100#");
        assertThat(declined.header("Location").orElseThrow()).matches(".*[?&]error_code=102#");
    }

    private static URI withoutCode(URI callback) {
        return URI.create(callback.toString().replaceFirst("code=[^&]*", "code="));
    }

    @Test
    void dropsAnErrorCodeThatTheApplicationsAddressCarries() {
        var link = shop.linkTo(HOME + "?error_code=7&a=1#f");

        var answer = WeChatPhone.withBrowser("Firefox").open(link);

        expect(answer).goesTo(HOME + "?a=1&error_code=100#f");
    }

    // nothing is started or burnt by looking

    @Test
    void aLookAtTheLinkStartsNothing() {
        var answer = phone.look(shop.silentLink());

        expect(answer).has(204).isNotKept();
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "location");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Purpose, prefetch;prerender", "Purpose, prefetch", "X-Moz, prefetch"})
    void aPrefetchStartsNothingAndBurnsNothing(String header, String value) {
        assertThat(phone.open(shop.silentLink(), header, value).header("Set-Cookie")).isEmpty();
        var callback = phone.goToWeChat(shop.silentLink(), visitor);

        expect(phone.open(callback, header, value)).has(204).isNotKept();
        expect(phone.look(callback)).has(204).isNotKept();

        assertThat(isSpent(callback)).isFalse();
        expect(phone.callBack(callback)).linksTo(HOME);
    }

    // what goes wrong before WeChat

    @ParameterizedTest
    @ValueSource(strings = {"Mozilla/5.0 (iPhone) Safari/604.1", "wechat", "Micro Messenger"})
    void anotherBrowserIsSentHomeWith100(String userAgent) {
        var answer = WeChatPhone.withBrowser(userAgent).open(shop.silentLink());

        expect(answer).goesTo(HOME + "?error_code=100");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void wechatsNameCountsWhateverItsCase() {
        var answer = WeChatPhone.withBrowser("x MICROMESSENGER/9").open(shop.silentLink());

        assertThat(answer.location().getAuthority()).isEqualTo(WECHAT.url().getAuthority());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&application_uri=",
                "&application_uri=nowhere",
                "&application_uri=https%3A%2F%2Fevil.example%2F",
                "&application_uri=http%3A%2F%2Fapp.example.com%2F",
                "&application_uri=https%3A%2F%2Fapp.example.com.evil.example%2F",
                "&application_uri=https%3A%2F%2Fapp.example.com%3A444%2F",
                "&application_uri=https%3A%2F%2Fevil.example%5C%40app.example.com%2F",
                "&application_uri=https%3A%2F%2Fapp.example.com%40evil.example%2F",
                "&application_uri=javascript%3Aalert(1)",
                "&application_uri=%2F%2Fapp.example.com%2F",
                "&application_uri=https%3A%2F%2Fapp.example.com%2F%0D%0ASet-Cookie:a=b",
                "&application_uri=https%3A%2F%2Fapp.example.com%2F&application_uri=https%3A%2F%2Fapp.example.com%2F"
            })
    void shows101ForAnAddressThatIsNotAllowed(String applicationUri) {
        var answer = phone.open(Shop.authorise("account_id=" + shop.account() + applicationUri));

        expect(answer).isPageWith("101");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account_id=&",
                "account_id=nobody&",
                "account_id=00000000-0000-0000-0000-000000000000&"
            })
    void shows105ForAnUnknownAccount(String account) {
        var link = Shop.authorise(account + "application_uri=" + Portal.encode(HOME));

        expect(phone.open(link)).isPageWith("105");
    }

    @Test
    void ofSeveralErrorsShowsTheFirstOf100And105And101() {
        var browser = WeChatPhone.withBrowser("Firefox");

        expect(browser.open(Shop.authorise("account_id=x&application_uri=y"))).isPageWith("100");
        expect(browser.open(Shop.authorise("account_id=" + shop.account() + "&application_uri=y")))
                .isPageWith("100");
        expect(phone.open(Shop.authorise("account_id=x&application_uri=y"))).isPageWith("105");
        expect(phone.open(Shop.authorise("account_id=" + shop.account()))).isPageWith("101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snsapi_login", "SNSAPI_BASE", "snsapi_base&auth_type=snsapi_base"})
    void anUnknownAuthTypeIsTheIntegratorsMistakeAndSendsNobodyAnywhere(String authType) {
        var link = URI.create(shop.silentLink().toString().replace("snsapi_base", authType));

        var answer = phone.open(link);

        expect(answer).isPageWith("400");
        assertThat(answer.body()).contains("auth_type");
    }

    @Test
    void answersInJsonToWhoPrefersIt() {
        var link = Shop.authorise("account_id=x");

        var json = phone.open(link, "Accept", "application/json");
        var html = phone.open(link, "Accept", "text/html,application/json;q=0.9,*/*;q=0.8");

        expect(json).isRefused(400).isNotKept();
        var extra = json.json().getJsonObject("extra_info");
        assertThat(extra.getInt("error_code")).isEqualTo(105);
        assertThat(extra.getString("reference")).matches("[0-9a-f]{12}");
        assertThat(json.header("Vary").orElse("")).contains("Accept");
        expect(html).isPageWith("105");
    }

    // what goes wrong at the callback

    @ParameterizedTest
    @EnumSource(
            value = Decision.class,
            names = {"DECLINE_WITH_STATE_ONLY", "DECLINE_WITH_AUTHDENY"})
    void aVisitorWhoDeclinesIsSentHomeWith102(Decision decline) {
        var departure = phone.open(shop.consentLink()).location();

        var answer = phone.callBack(WECHAT.decide(departure, visitor, decline).orElseThrow());

        expect(answer).goesTo(HOME + "?error_code=102");
        assertThat(shop.profiles()).isZero();
    }

    @Test
    void anEmptyCodeIsADecline() {
        var callback = phone.goToWeChat(shop.consentLink(), visitor).toString();

        var answer = phone.callBack(URI.create(callback.replaceFirst("code=[^&]*", "code=")));

        expect(answer).goesTo(HOME + "?error_code=102");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "state"})
    void twoValuesOfOneParameterAreRefused(String parameter) {
        var callback = phone.goToWeChat(shop.silentLink(), visitor);
        var value = Answer.parameter(callback, parameter).orElseThrow();

        var answer = phone.callBack(URI.create(callback + "&" + parameter + "=" + value));

        expect(answer).goesTo(HOME + "?error_code=102");
        assertThat(isSpent(callback)).isFalse();
    }

    @Test
    void aFlowThatWasTouchedIsUnknown() {
        var callback = phone.goToWeChat(shop.silentLink(), visitor).toString();
        var flow = Answer.parameter(URI.create(callback), "flow").orElseThrow();
        var touched =
                flow.substring(0, 20) + (flow.charAt(20) == 'a' ? 'b' : 'a') + flow.substring(21);

        expect(phone.callBack(URI.create(callback.replace(flow, touched)))).isPageWith("102");
        expect(phone.callBack(URI.create(callback.replace(flow, "")))).isPageWith("102");
        expect(phone.callBack(URI.create(callback + "&flow=" + flow))).isPageWith("102");
        expect(phone.callBack(URI.create(Service.URL + "/api/wechat/callback/?code=a&state=b")))
                .isPageWith("102");
        assertThat(isSpent(URI.create(callback))).isFalse();
    }

    @Test
    void aStateThatIsNotTheFlowsIsRefused() {
        var callback = phone.goToWeChat(shop.silentLink(), visitor);
        var other = phone.open(shop.silentLink()).sent("state").orElseThrow();
        var own = Answer.parameter(callback, "state").orElseThrow();

        for (var state : new String[] {other, "0".repeat(32), "", own.toUpperCase() + "x"}) {
            var forged = URI.create(callback.toString().replace("state=" + own, "state=" + state));
            expect(phone.callBack(forged)).goesTo(HOME + "?error_code=102");
        }

        assertThat(isSpent(callback)).isFalse();
        expect(phone.callBack(callback)).linksTo(HOME);
    }

    @Test
    void aLostCookieStartsTheWayOnceMoreAndSpendsNoCode() {
        var callback = phone.goToWeChat(shop.consentLink(), visitor);
        phone.loseCookies();

        var again = phone.callBack(callback);

        assertThat(again.location().getAuthority()).isEqualTo(WECHAT.url().getAuthority());
        assertThat(again.sent("scope")).hasValue("snsapi_userinfo");
        assertThat(again.sent("state")).isNotEqualTo(Answer.parameter(callback, "state"));
        assertThat(isSpent(callback)).isFalse();
        expect(again).isNotKept();
        expect(phone.callBack(phone.consent(again, visitor))).linksTo(HOME);
    }

    @Test
    void aCookieLostTwiceIs102AtTheApplication() {
        var first = phone.goToWeChat(shop.silentLink(), visitor);
        phone.loseCookies();
        var second = phone.consent(phone.callBack(first), visitor);
        phone.loseCookies();

        var answer = phone.callBack(second);

        expect(answer).goesTo(HOME + "?error_code=102");
        assertThat(isSpent(first) || isSpent(second)).isFalse();
    }

    @Test
    void anotherBrowsersCallbackNeverSpendsTheCode() {
        var callback = phone.goToWeChat(shop.silentLink(), visitor);
        var scanner = WeChatPhone.create();
        scanner.open(shop.silentLink());

        scanner.callBack(callback);
        WeChatPhone.withBrowser("curl/8").callBack(callback);

        assertThat(isSpent(callback)).isFalse();
        expect(phone.callBack(callback)).linksTo(HOME);
    }

    @Test
    void flowsSideBySideInOneBrowserDoNotDisturbEachOther() {
        var first = phone.goToWeChat(shop.linkTo(HOME + "?n=1"), visitor);
        var second = phone.goToWeChat(shop.linkTo(HOME + "?n=2"), visitor);

        var late = expect(phone.callBack(second)).linksTo(HOME + "?n=2");
        var early = expect(phone.callBack(first)).linksTo(HOME + "?n=1");

        assertThat(early).isEqualTo(late);
    }

    @Test
    void theSameCallbackTwiceAtOnceComesToOneProfile() {
        var callback = phone.goToWeChat(shop.consentLink(), visitor);

        var answers =
                IntStream.range(0, 5)
                        .mapToObj(
                                i -> CompletableFuture.supplyAsync(() -> phone.callBack(callback)))
                        .toList();

        assertThat(answers.stream().map(answer -> expect(answer.join()).linksTo(HOME)).distinct())
                .hasSize(1);
        assertThat(shop.profiles()).isEqualTo(1);
    }

    @Test
    void theSameCallbackLaterComesToTheSameProfile() {
        var callback = phone.goToWeChat(shop.consentLink(), visitor);
        var profile = expect(phone.callBack(callback)).linksTo(HOME);

        assertThat(expect(phone.callBack(callback)).linksTo(HOME)).isEqualTo(profile);
        assertThat(expect(phone.callBack(callback)).linksTo(HOME)).isEqualTo(profile);
    }

    @Test
    void theSameStateWithASecondCodeComesToTheSameProfile() {
        var departure = phone.open(shop.silentLink());
        var first = phone.consent(departure, visitor);
        var second = phone.consent(departure, visitor);

        var one = CompletableFuture.supplyAsync(() -> phone.callBack(first));
        var other = CompletableFuture.supplyAsync(() -> phone.callBack(second));

        assertThat(expect(other.join()).linksTo(HOME)).isEqualTo(expect(one.join()).linksTo(HOME));
    }

    @Test
    void aFlowStaysItsFirstVisitors() {
        var departure = phone.open(shop.silentLink());
        var first = phone.consent(departure, visitor);
        var second = phone.consent(departure, Visitor.named(Service.unique("v-"), "另一个"));

        var profile = expect(phone.callBack(first)).linksTo(HOME);

        assertThat(expect(phone.callBack(second)).linksTo(HOME)).isEqualTo(profile);
        assertThat(shop.profiles()).isEqualTo(1);
    }

    // snapshot pages

    @Test
    void aSnapshotPagesVirtualUserIs106EveryTimeAndNothingIsSaved() {
        var callback = phone.goToWeChat(shop.consentLink(), visitor.onSnapshotPage());

        expect(phone.callBack(callback)).goesTo(HOME + "?error_code=106");
        expect(phone.callBack(callback)).goesTo(HOME + "?error_code=106");

        assertThat(shop.profiles()).isZero();
    }

    @Test
    void afterASnapshotPageTheRealVisitorIsLinked() {
        expect(phone.follow(shop.consentLink(), visitor.onSnapshotPage()))
                .goesTo(HOME + "?error_code=106");

        expect(phone.follow(shop.consentLink(), visitor)).linksTo(HOME);
    }

    @Test
    void twoOpenidsOfOneOfficialAccountNeverShareAProfileWhateverTheirUnionid() {
        var bound = Shop.open(Service.officialAccountOf(Service.unique("platform-")));
        WECHAT.faults().userinfo().next(told("oVirtual1", "oOne")).next(told("oVirtual2", "oOne"));
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

    private static Fault told(String openid, String unionid) {
        return Fault.body(
                Json.createObjectBuilder()
                        .add("openid", openid)
                        .add("nickname", "微信用户")
                        .add("unionid", unionid)
                        .build()
                        .toString());
    }

    // changes of the configuration

    @Test
    void aChangedDomainIsTrueAtOnce() {
        expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);
        var callback = phone.goToWeChat(shop.silentLink(), visitor);

        change(Json.createObjectBuilder().add("domain", "new.example.com"));

        expect(phone.open(shop.silentLink())).isPageWith("101");
        expect(phone.callBack(callback)).isPageWith("101");
        var moved = "https://new.example.com/";
        expect(phone.follow(shop.linkTo(moved), visitor)).linksTo(moved);
    }

    @Test
    void anAddedDomainIsTrueAtOnce() {
        var added = "https://added.example.com/";
        expect(phone.open(shop.linkTo(added))).isPageWith("101");

        change(Json.createObjectBuilder().add("domain", Shop.DOMAIN + "|added.example.com"));

        expect(phone.follow(shop.linkTo(added), visitor)).linksTo(added);
    }

    @Test
    void aNewConfigurationIsTrueAtOnceAndSoIsItsDeletion() {
        var added = "https://added.example.com/";
        expect(phone.open(shop.linkTo(added))).isPageWith("101");

        var configuration =
                shop.portal()
                        .post(
                                "/api/configuration/",
                                Portal.configuration(shop.official(), "added.example.com"));

        expect(configuration).has(201);
        expect(phone.follow(shop.linkTo(added), visitor)).linksTo(added);

        expect(shop.portal().delete("/api/configuration/" + configuration.id())).has(204);

        expect(phone.open(shop.linkTo(added))).isPageWith("101");
    }

    @Test
    void aDeletedAccountIsUnknownAtOnce() {
        var callback = phone.goToWeChat(shop.silentLink(), visitor);

        expect(Portal.operator().delete("/api/account/" + shop.account())).has(204);

        expect(phone.open(shop.silentLink())).isPageWith("105");
        expect(phone.callBack(callback)).isPageWith("105");
    }

    @Test
    void aWrongAppSecretIs103AndTheRightOneMendsItAtOnce() {
        change(Json.createObjectBuilder().add("app_secret", "wrong"));

        expect(phone.follow(shop.silentLink(), visitor)).goesTo(HOME + "?error_code=103");

        change(Json.createObjectBuilder().add("app_secret", shop.official().secret()));

        expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);
    }

    private void change(JsonObjectBuilder members) {
        expect(shop.portal().patch("/api/configuration/" + shop.configuration(), members)).has(200);
    }

    // verification files

    @Test
    void servesVerificationFilesByteForByte() {
        var name = Service.unique("MP_verify_") + ".txt";
        serve(name, "zK9 中文 no newline");

        var answer = WeChatPhone.withBrowser("any").open(URI.create(Service.URL + "/" + name));

        expect(answer).has(200);
        assertThat(answer.body()).isEqualTo("zK9 中文 no newline");
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(phone.look(URI.create(Service.URL + "/" + name)).status()).isEqualTo(200);
    }

    @Test
    void servesVerificationFilesBelowAPath() {
        var name = "sub/" + Service.unique("MP_verify_") + ".txt";
        serve(name, "abc");

        assertThat(phone.open(URI.create(Service.URL + "/" + name)).body()).isEqualTo("abc");
        var without = URI.create(Service.URL + name.substring(3));
        expect(phone.open(without)).isRefused(404, "not_found");
        assertThat(phone.look(without).status()).isEqualTo(404);
    }

    @Test
    void servesAVerificationFileNoMoreWhenItsConfigurationIsGone() {
        var name = Service.unique("MP_verify_") + ".txt";
        serve(name, "abc");

        expect(shop.portal().delete("/api/configuration/" + shop.configuration())).has(204);

        expect(phone.open(URI.create(Service.URL + "/" + name))).isRefused(404, "not_found");
    }

    @Test
    void aRenamedOrRewrittenVerificationFileIsTrueAtOnceAlsoBehindACache() {
        var name = Service.unique("MP_verify_") + ".txt";
        var renamed = Service.unique("MP_verify_") + ".txt";
        serve(name, "abc");
        var missing = phone.open(URI.create(Service.URL + "/" + renamed));
        expect(missing).isRefused(404, "not_found");

        serve(renamed, "def");

        expect(phone.open(URI.create(Service.URL + "/" + name))).isRefused(404, "not_found");
        var served = phone.open(URI.create(Service.URL + "/" + renamed));
        assertThat(served.body()).isEqualTo("def");
        assertThat(List.of(served, missing))
                .allMatch(answer -> answer.header("Cache-Control").orElse("").equals("no-cache"));
        serve(renamed, "ghi");
        assertThat(phone.open(URI.create(Service.URL + "/" + renamed)).body()).isEqualTo("ghi");
    }

    private void serve(String name, String contents) {
        change(
                Json.createObjectBuilder()
                        .add("auth_file_name", name)
                        .add("auth_file_contents", contents));
    }

    @Test
    void aCodeOfAnotherVisitIsNoProof() {
        var departure = phone.open(shop.silentLink());
        var callback = phone.consent(departure, visitor).toString();
        var other = Shop.open();
        var foreign = WECHAT.issueCode(other.official().appId(), visitor, Scope.SNSAPI_BASE);

        var answer =
                phone.callBack(URI.create(callback.replaceFirst("code=[^&]*", "code=" + foreign)));

        expect(answer).goesTo(HOME + "?error_code=103");
        assertThat(WECHAT.logbook().isSpent(foreign)).isFalse();
    }

    @Test
    void keepsCookiesNoLongerThanTheFlow() {
        phone.open(shop.silentLink());

        assertThat(phone.cookies()).extracting(HttpCookie::getMaxAge).containsExactly(600L);
    }

    private JsonObject onlySocialEntryOf(String profile) {
        var social = shop.profile(profile).getJsonArray("social");
        assertThat(social).hasSize(1);
        return social.getJsonObject(0);
    }

    private String openid() {
        return visitor.openid(shop.official().appId());
    }

    private static String quoted(String text) {
        return "[\"" + text + "\"]";
    }

    private static boolean isSpent(URI callback) {
        return WECHAT.logbook().isSpent(Answer.parameter(callback, "code").orElseThrow());
    }
}
