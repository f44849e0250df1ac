package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Shop.HOME;
import static com.xpkit.sociallink.it.Service.WECHAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.simulator.Visitor;
import java.net.HttpCookie;
import java.net.URI;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How a visitor leaves for WeChat: the address there, the cookie, and HEAD requests and prefetches, which start
 * nothing.
 */
class DepartureIT extends OnAServer {

    private final Shop shop = Service.shop();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明🌸");
    private final Phone phone = Service.phone();

    @Test
    void sendsToWeChatWithParametersInTheOrderThatWeChatChecks() {
        var sent = phone.open(shop.consentLink()).location().toString();

        var callback = ApiClient.encode(Service.URL + "/api/wechat/callback/?flow=");
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

    @Test
    void keepsCookiesNoLongerThanTheFlow() {
        phone.open(shop.silentLink());

        assertThat(phone.cookies()).extracting(HttpCookie::getMaxAge).containsExactly(600L);
    }

    @ParameterizedTest
    @CsvSource({"'', snsapi_base", "auth_type=, snsapi_base", "auth_type=snsapi_base, snsapi_base"})
    void asksForOnlyTheOpenidUnlessToldOtherwise(String authType, String scope) {
        var answer =
                phone.open(
                        Service.authorise(
                                authType
                                        + "&account_id="
                                        + shop.account()
                                        + "&application_uri="
                                        + ApiClient.encode(HOME)));

        assertThat(answer.sent("scope")).hasValue(scope);
    }

    @Test
    void wechatsNameCountsWhateverItsCase() {
        var answer = Service.browser("x MICROMESSENGER/9").open(shop.silentLink());

        assertThat(answer.location().getAuthority()).isEqualTo(WECHAT.url().getAuthority());
    }

    @Test
    void knowsItsPathsWithAndWithoutTheLastSlash() {
        var withoutSlash =
                URI.create(shop.silentLink().toString().replace("authorise/?", "authorise?"));
        var callback = phone.goToWeChat(withoutSlash, visitor).toString();

        var answer = phone.callBack(URI.create(callback.replace("callback/?", "callback?")));

        expect(answer).linksTo(HOME);
    }

    @Test
    void aHeadRequestStartsNothing() {
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

        assertThat(Service.isSpent(callback)).isFalse();
        expect(phone.callBack(callback)).linksTo(HOME);
    }
}
