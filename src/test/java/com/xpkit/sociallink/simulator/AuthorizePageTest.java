package com.xpkit.sociallink.simulator;

import static com.xpkit.sociallink.simulator.Phone.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizePageTest {

    private static final String APPID = "appid=wx0123456789abcdef";
    private static final String REDIRECT = "&redirect_uri=https%3A%2F%2Flink.example.com%2Fcb";
    private static final String BASE = "&response_type=code&scope=snsapi_base";
    private static final String GOOD = APPID + REDIRECT + BASE + "&state=s1";

    private final WeChatSimulator simulator = WeChatSimulator.start(0);
    private final Phone phone = new Phone(simulator);

    AuthorizePageTest() {
        simulator.register(new OfficialAccount("wx0123456789abcdef", "secret", "link.example.com"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void sendsASilentVisitorStraightBack() throws Exception {
        HttpResponse<String> answer = phone.authorize(GOOD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer))
                .matches("https://link\\.example\\.com/cb\\?code=0[0-9A-Za-z]{31}&state=s1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&connect_redirect=1",
                "&connect_redirect=1&uin=MTIz&key=abc&version=1800&pass_ticket=x%2B",
                "&forcePopup=true"
            })
    void ignoresWhatComesAfterTheState(String more) throws Exception {
        assertThat(phone.authorize(GOOD + more).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redirect_uri=https%3A%2F%2Flink.example.com%2Fcb&" + APPID + BASE + "&state=s1",
                APPID + REDIRECT + "&scope=snsapi_base&response_type=code&state=s1",
                APPID + REDIRECT + "&state=s1" + BASE,
                APPID + "&uin=1" + REDIRECT + BASE + "&state=s1",
                APPID + REDIRECT + BASE + "&connect_redirect=1&state=s1",
                APPID + REDIRECT + BASE + "&state=s1&uin=1&connect_redirect=1",
                APPID + REDIRECT + BASE + "&state=s1&state=s2"
            })
    void refusesAnotherOrder(String query) throws Exception {
        assertShows(ErrorPage.WRONG_ORDER, phone.authorize(query));
    }

    @ParameterizedTest
    @CsvSource({
        "appid=wx0123456789abcdef, appid=, APPID_EMPTY",
        "redirect_uri=https%3A%2F%2Flink.example.com%2Fcb, redirect_uri=, REDIRECT_URI_EMPTY",
        "scope=snsapi_base, scope=, SCOPE_EMPTY",
        "state=s1, state=, STATE_EMPTY",
        "&state=s1, '', STATE_EMPTY",
        "appid=, AppId=, WRONG_ORDER",
        "wx0123456789abcdef, wx0000000000000000, UNKNOWN_APPID",
        "response_type=code, response_type=token, WRONG_RESPONSE_TYPE",
        "snsapi_base, snsapi_login, NO_SCOPE_PERMISSION",
        "snsapi_base, SNSAPI_BASE, NO_SCOPE_PERMISSION",
        "link.example.com, evil.example, WRONG_DOMAIN"
    })
    void showsAPageForEachMistake(String part, String instead, ErrorPage page) throws Exception {
        assertShows(page, phone.authorize(GOOD.replace(part, instead)));
    }

    @Test
    void numbersThePagesAsWeChatDoes() throws Exception {
        String noScope = phone.authorize(GOOD.replace("snsapi_base", "")).body();
        String otherHost = phone.authorize(GOOD.replace("link.", "www.")).body();

        assertThat(noScope).contains("错误码:10010").contains("<title>抱歉，出错了</title>");
        assertThat(otherHost).contains("redirect_uri域名与后台配置不一致，错误码:10003");
    }

    @Test
    void takesAStateOf128BytesAndNotOneMore() throws Exception {
        HttpResponse<String> longest = phone.authorize(GOOD + "x".repeat(126));
        HttpResponse<String> tooLong = phone.authorize(GOOD + "x".repeat(127));

        assertThat(location(longest)).endsWith("&state=s1" + "x".repeat(126));
        assertShows(ErrorPage.STATE_TOO_LONG, tooLong);
    }

    @Test
    void countsTheStateInBytes() throws Exception {
        HttpResponse<String> answer = phone.authorize(GOOD + "%E4%B8%AD".repeat(43));

        assertShows(ErrorPage.STATE_TOO_LONG, answer);
    }

    @Test
    void refusesConsentToAnAccountWithoutThePermission() throws Exception {
        simulator.register(
                new OfficialAccount("wx0123456789abcdef", "secret", "link.example.com")
                        .withoutConsentPermission());

        assertThat(phone.authorize(GOOD).statusCode()).isEqualTo(302);
        assertShows(
                ErrorPage.NO_SCOPE_PERMISSION,
                phone.authorize(GOOD.replace("snsapi_base", "snsapi_userinfo")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mozilla/5.0 Chrome/132.0", "Mozilla/5.0 Messenger"})
    void sendsOtherBrowsersToWeChat(String userAgent) throws Exception {
        HttpResponse<String> answer = new Phone(simulator, userAgent).authorize(GOOD);

        assertThat(answer.body()).contains("<title>抱歉，出错了</title>", "请在微信客户端打开链接");
        assertThat(location(answer)).isEqualTo("no redirect");
    }

    @Test
    void knowsWeChatWhateverTheCase() throws Exception {
        Phone desktop = new Phone(simulator, "wxwork/4.1 (MICROMESSENGER/6.2) WindowsWechat");

        assertThat(desktop.authorize(GOOD).statusCode()).isEqualTo(302);
    }

    @Test
    void countsEveryVisit() throws Exception {
        phone.authorize(GOOD);
        phone.authorize("");

        assertThat(simulator.logbook().authorizations()).isEqualTo(2);
        assertThat(simulator.logbook().codesIssued()).isEqualTo(1);
        assertThat(simulator.logbook().codesSpent()).isZero();
    }

    @Test
    void knowsNoOtherPathAndMethod() throws Exception {
        assertThat(phone.open("/connect/oauth2/authorizes?" + GOOD).statusCode()).isEqualTo(404);
        assertThat(new Backend(simulator).post("/connect/oauth2/authorize", GOOD).statusCode())
                .isEqualTo(405);
    }

    private static void assertShows(ErrorPage page, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(page.page().html());
        assertThat(location(answer)).isEqualTo("no redirect");
    }
}
