package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Shop.HOME;
import static com.xpkit.sociallink.it.Service.WECHAT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.JsonString;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links as people really write and open them: section 1 of the contract, at its edges. */
class LinkAddressIT extends OnAServer {

    /** The size of headers that a server accepts by default. */
    private static final int SMALLEST_LIMIT = 8_192;

    private final Shop shop = Service.shop();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明");
    private final Phone phone = Service.phone();

    // flow after flow in one browser

    @Test
    void aBrowserThatOpensFlowAfterFlowStaysLinkable() {
        var departure = phone.open(shop.silentLink());
        for (int i = 1; i < 250; i++) {
            departure = phone.open(shop.silentLink());
            expect(departure).has(302);
        }

        var callback = phone.consent(departure, visitor);

        assertThat(phone.cookies())
                .hasSize(20)
                .extracting(HttpCookie::getName)
                .doesNotHaveDuplicates();
        assertThat(phone.cookiesFor(callback)).hasSizeLessThan(SMALLEST_LIMIT / 2);
        expect(phone.callBack(callback)).linksTo(HOME);
    }

    @Test
    void keepsTheTwentyNewestFlowsAndBeginsTheOlderOnceMore() {
        var callbacks =
                Stream.generate(() -> phone.goToWeChat(shop.silentLink(), visitor))
                        .limit(21)
                        .toList();

        var again = phone.callBack(callbacks.get(0));

        assertThat(again.location().getAuthority()).isEqualTo(WECHAT.url().getAuthority());
        assertThat(isSpent(callbacks.get(0))).isFalse();
        assertThat(phone.cookies()).hasSize(20);
        expect(phone.callBack(phone.consent(again, visitor))).linksTo(HOME);
        callbacks.subList(2, 21).forEach(uri -> expect(phone.callBack(uri)).linksTo(HOME));
    }

    @Test
    void comesDownToTwentyStepByStepWhereManyFlowsBeganAtOnce() {
        for (int i = 0; i < 45; i++) {
            var tab = Service.phone().open(shop.silentLink());
            tab.headers().allValues("Set-Cookie").forEach(phone::keep);
        }
        assertThat(phone.cookies()).hasSize(45);

        var first = phone.open(shop.silentLink());
        phone.open(shop.silentLink());
        phone.open(shop.silentLink());

        assertThat(first.headers().allValues("Set-Cookie")).hasSize(11);
        assertThat(phone.cookies()).hasSize(20);
    }

    // parameters that the service does not know

    @Test
    void ignoresWhatWeChatAndTrackersAppend() {
        var link =
                shop.silentLink()
                        + "&from=singlemessage&isappinstalled=0&nsukey=a%2Fb%3D&utm_source=x";

        expect(phone.follow(URI.create(link), visitor)).linksTo(HOME);
    }

    @Test
    void namesTheParametersThatFellOutOfAnApplicationUriThatWasNotEncoded() {
        var link = unencoded("https://app.example.com/?im=abc&gourl=123&utm_source=x&%3Ci%3E=1");

        var page = phone.open(link);
        var json = phone.open(link, "Accept", "application/json");

        expect(page).isPageWith("400");
        assertThat(page.body())
                .contains("application_uri", "gourl", "utm_source", "&lt;i&gt;")
                .doesNotContain("<i>");
        assertThat(page.headers().map()).doesNotContainKeys("set-cookie", "location");
        expect(json).isRefused(400, "invalid_request").isNotKept();
        var extra = json.json().getJsonObject("extra_info");
        assertThat(extra.getJsonArray("parameters").getValuesAs(JsonString::getString))
                .containsExactly("gourl", "utm_source", "<i>");
        assertThat(extra).doesNotContainKey("error_code");
    }

    /** A link that works must still work after it is shared. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "&from=timeline", "&from=groupmessage&isappinstalled=0&nsukey=a%2Bb"})
    void takesASharedLinkWhoseApplicationUriWasNotEncoded(String appended) {
        var link = unencoded("https://app.example.com/?im=abc" + appended);

        expect(phone.follow(link, visitor)).linksTo("https://app.example.com/?im=abc");
    }

    private URI unencoded(String applicationUri) {
        return Service.authorise(
                "account_id=" + shop.account() + "&application_uri=" + applicationUri);
    }

    // addresses of real pages

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com/?utm_term=a|b, https://app.example.com/?utm_term=a%7Cb&",
        "https://app.example.com/{id}?tpl={id}, https://app.example.com/%7Bid%7D?tpl=%7Bid%7D&",
        "https://app.example.com/?off=100%, https://app.example.com/?off=100%25&",
        "https://app.example.com/?q=a b^`c`, https://app.example.com/?q=a%20b%5E%60c%60&",
        "https://app.example.com/?city=%E5%B9%BF, https://app.example.com/?city=%E5%B9%BF&",
        "https://app.example.com/?city=%EF%BF%BD, https://app.example.com/?city=%EF%BF%BD&"
    })
    void takesAddressesOfRealPages(String home, String expected) {
        var answer = phone.follow(shop.linkTo(home), visitor);

        expect(answer).goesTo(expected + "profile_id=" + answer.sent("profile_id").orElse("none"));
    }

    @Test
    void encodesASecondFragment() {
        var answer = phone.follow(shop.linkTo("https://app.example.com/#a#{b}"), visitor);

        assertThat(answer.location().getRawFragment()).isEqualTo("a%23%7Bb%7D");
    }

    /** Never U+FFFD in their place: that would be a different address from the one asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%3Fcity%3D%B9%E3%D6%DD", "%3Fcity%3D%25B9%25E3%25D6%25DD", "%B9%E3", "%25B9%25E3",
                "%23%B9%E3", "%3Fcity%3D%ED%A0%80", "%3Fcity%3D%25C0%25AE", "%3Fcity%3D%E5%B9"
            })
    void shows101ForBytesThatAreNotUtf8(String rest) {
        var link =
                Service.authorise(
                        "account_id="
                                + shop.account()
                                + "&application_uri=https%3A%2F%2Fapp.example.com%2F"
                                + rest);

        expect(phone.open(link)).isPageWith("101");
    }

    @Test
    void takesACharacterThatStandsForAnUnreadableOneForItself() {
        var link =
                Service.authorise(
                        "account_id="
                                + shop.account()
                                + "&application_uri=https%3A%2F%2Fapp.example.com%2F%3Fcity%3D%EF%BF%BD");

        expect(phone.follow(link, visitor)).linksTo("https://app.example.com/?city=%EF%BF%BD");
    }

    /** A server may refuse them itself; none may send the visitor to another address. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "ISO-8859-1"})
    void readsBytesThatWereNotEscapedRightOrNotAtAll(String charset) {
        var bytes = new String("é".getBytes(Charset.forName(charset)), ISO_8859_1);
        var target =
                shop.linkTo(HOME + "?q=").toString().substring(Service.URL.toString().length());

        var answer = RawRequest.of("GET", target + bytes).header("User-Agent", "Firefox").send();

        if (answer.status() != 400) {
            assertThat(charset).isEqualTo("UTF-8");
            expect(answer).goesTo(HOME + "?q=%C3%A9&error_code=100");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "state", "flow"})
    void refusesACallbackWhoseParametersAreNotUtf8(String parameter) {
        var callback = phone.goToWeChat(shop.silentLink(), visitor);

        var answer =
                phone.callBack(
                        URI.create(
                                callback.toString()
                                        .replaceFirst("([?&]" + parameter + "=)", "$1%B9%E3")));

        assertThat(Stream.of(answer.header("Location").orElse(""), answer.body()))
                .anyMatch(said -> said.contains("102"));
        assertThat(isSpent(callback)).isFalse();
        expect(phone.callBack(callback)).linksTo(HOME);
    }

    // WeChat on a desktop

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 MicroMessenger/7.0.20.1781(0x6700143B) NetType/WIFI MiniProgramEnv/Windows WindowsWechat",
                "Mozilla/5.0 MicroMessenger/7.0.20 UnifiedPCWindowsWechat(0xf254162e) XWEB/18163",
                "Mozilla/5.0 (Macintosh) MicroMessenger/6.8.0(0x16080000) MACWECHAT/3.8.7(0x13080712)"
            })
    void leavesConnectRedirectOutOnADesktop(String userAgent) {
        var desktop = Service.browser(userAgent);
        var departure = desktop.open(shop.silentLink());
        var callback = desktop.consent(departure, visitor);
        desktop.loseCookies();

        var again = desktop.callBack(callback);

        assertThat(List.of(departure, again))
                .allSatisfy(
                        answer ->
                                assertThat(answer.location().toString())
                                        .matches(".*&state=[0-9a-f]{32}#wechat_redirect"));
        expect(desktop.callBack(desktop.consent(again, visitor))).linksTo(HOME);
    }

    @Test
    void sendsConnectRedirectToPhonesWhenTheyBeginOnceMore() {
        var callback = phone.goToWeChat(shop.silentLink(), visitor);
        phone.loseCookies();

        assertThat(phone.callBack(callback).sent("connect_redirect")).hasValue("1");
    }

    private static boolean isSpent(URI callback) {
        return WECHAT.logbook().isSpent(Answer.parameter(callback, "code").orElseThrow());
    }
}
