package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Shop.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong before WeChat: the error codes 100, 101 and 105. */
class RefusedLinkIT extends OnAServer {

    private final Shop shop = Service.shop();
    private final Phone phone = Service.phone();

    @ParameterizedTest
    @ValueSource(strings = {"Mozilla/5.0 (iPhone) Safari/604.1", "wechat", "Micro Messenger"})
    void anotherBrowserIsSentHomeWith100(String userAgent) {
        var answer = Service.browser(userAgent).open(shop.silentLink());

        expect(answer).goesTo(HOME + "?error_code=100");
        assertThat(answer.header("Set-Cookie")).isEmpty();
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
        var answer = phone.open(Service.authorise("account_id=" + shop.account() + applicationUri));

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
        var link = Service.authorise(account + "application_uri=" + ApiClient.encode(HOME));

        expect(phone.open(link)).isPageWith("105");
    }

    @Test
    void ofSeveralErrorsShowsTheFirstOf100And105And101() {
        var browser = Service.browser("Firefox");

        expect(browser.open(Service.authorise("account_id=x&application_uri=y"))).isPageWith("100");
        expect(
                        browser.open(
                                Service.authorise(
                                        "account_id=" + shop.account() + "&application_uri=y")))
                .isPageWith("100");
        expect(phone.open(Service.authorise("account_id=x&application_uri=y"))).isPageWith("105");
        expect(phone.open(Service.authorise("account_id=" + shop.account()))).isPageWith("101");
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
    void answersInJsonToClientsThatPreferIt() {
        var link = Service.authorise("account_id=x");

        var json = phone.open(link, "Accept", "application/json");
        var html = phone.open(link, "Accept", "text/html,application/json;q=0.9,*/*;q=0.8");

        expect(json).isRefused(400).isNotKept();
        var extra = json.json().getJsonObject("extra_info");
        assertThat(extra.getInt("error_code")).isEqualTo(105);
        assertThat(extra.getString("reference")).matches("[0-9a-f]{12}");
        assertThat(json.header("Vary").orElse("")).contains("Accept");
        expect(html).isPageWith("105");
    }
}
