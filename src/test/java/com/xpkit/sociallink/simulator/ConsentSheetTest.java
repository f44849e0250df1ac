package com.xpkit.sociallink.simulator;

import static com.xpkit.sociallink.simulator.Phone.codeIn;
import static com.xpkit.sociallink.simulator.Phone.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentSheetTest {

    private static final String CONSENT =
            "appid=wx1&redirect_uri=https%3A%2F%2Fa.example%2F&response_type=code"
                    + "&scope=snsapi_userinfo&state=s1";
    private static final String SILENT = CONSENT.replace("snsapi_userinfo", "snsapi_base");

    private final WeChatSimulator simulator = WeChatSimulator.start(0);
    private final Phone phone = new Phone(simulator);
    private final OfficialAccount account =
            simulator.register(new OfficialAccount("wx1", "secret", "a.example"));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void asksBeforeItCallsBack() throws Exception {
        HttpResponse<String> sheet = phone.authorize(CONSENT);

        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.body()).contains("允许", "拒绝", "小明", "李华🌸🐼", "微信用户", "新访客");
        assertThat(simulator.logbook().codesIssued()).isZero();
    }

    @Test
    void escapesNicknamesAndTheLink() throws Exception {
        String body = phone.authorize(CONSENT + "&x=%22%3E%3Cscript%3E&y='onclick").body();

        assertThat(body).contains("&lt;b&gt;O&#39;Dd&lt;/b&gt;").doesNotContain("<b>O", "<script>");
    }

    @Test
    void givesTheChosenVisitorsCode() throws Exception {
        HttpResponse<String> answer = phone.press(Decision.ACCEPT, "emoji", CONSENT);

        assertThat(location(answer)).matches("https://a\\.example/\\?code=0\\w{31}&state=s1");
        assertThat(openidBehind(answer)).isEqualTo(People.EMOJI.openid("wx1"));
    }

    @Test
    void saysInAPageThatTheSheetClosed() throws Exception {
        HttpResponse<String> answer = phone.press(Decision.CLOSE, "xiaoming", CONSENT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("授权窗口已关闭");
    }

    @ParameterizedTest
    @CsvSource({
        "DECLINE_WITH_STATE_ONLY, https://a.example/?state=s1",
        "DECLINE_WITH_AUTHDENY, https://a.example/?state=s1&code=authdeny&reason=user_cancelled"
    })
    void declinesInTwoWaysWithACallback(Decision decision, String callback) throws Exception {
        HttpResponse<String> answer = phone.press(decision, "xiaoming", CONSENT);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo(callback);
        assertThat(simulator.logbook().codesIssued()).isZero();
    }

    @Test
    void knowsTheVisitorAgainInSilence() throws Exception {
        phone.press(Decision.ACCEPT, "emoji", CONSENT);

        assertThat(openidBehind(phone.authorize(SILENT))).isEqualTo(People.EMOJI.openid("wx1"));
        assertThat(openidBehind(new Phone(simulator).authorize(SILENT)))
                .isEqualTo(People.XIAOMING.openid("wx1"));
    }

    @Test
    void meetsAnotherStrangerEachTimeAndKnowsThemAgain() throws Exception {
        String first = openidBehind(phone.press(Decision.ACCEPT, Visitors.NEW, CONSENT));
        String second = openidBehind(phone.press(Decision.ACCEPT, Visitors.NEW, CONSENT));
        String again = openidBehind(phone.authorize(SILENT));

        assertThat(first).isNotEqualTo(second);
        assertThat(again).isEqualTo(second);
        assertThat(phone.authorize(CONSENT).body()).contains("路人 ");
    }

    @Test
    void findsTheVisitorThatTheTestChose() throws Exception {
        Visitor anna = Visitor.named("anna", "Anna");
        simulator.currentVisitor(anna);

        assertThat(openidBehind(phone.authorize(SILENT))).isEqualTo(anna.openid("wx1"));
        assertThat(phone.authorize(CONSENT).body()).contains("Anna");
    }

    @Test
    void answersItselfWhenTold() throws Exception {
        simulator.answerSheetsWith(Decision.ACCEPT);
        assertThat(location(phone.authorize(CONSENT))).contains("code=0");

        simulator.answerSheetsWith(Decision.DECLINE_WITH_STATE_ONLY);
        assertThat(location(phone.authorize(CONSENT))).isEqualTo("https://a.example/?state=s1");
    }

    @Test
    void checksTheLinkAgainBehindTheSheet() throws Exception {
        String elsewhere = CONSENT.replace("a.example", "evil.example");

        HttpResponse<String> answer = phone.press(Decision.ACCEPT, "xiaoming", elsewhere);

        assertThat(answer.body()).isEqualTo(ErrorPage.WRONG_DOMAIN.page().html());
    }

    @Test
    void refusesAVisitorOfNobody() throws Exception {
        HttpResponse<String> answer = phone.press(Decision.ACCEPT, "nobody", CONSENT);

        assertThat(answer.body()).isEqualTo(ErrorPage.LOST_SHEET.page().html());
    }

    @Test
    void callsBackTwiceWhenThePersonTicksIt() throws Exception {
        HttpResponse<String> answer =
                phone.open(
                        "/connect/oauth2/decision?decision=accept&visitor=emoji&twice=on&request="
                                + CONSENT.replace("%", "%25").replace("&", "%26"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("fetch(callback").contains("https://a.example/?code=0");
    }

    @Test
    void letsABrowserChooseItsSilentVisitorOnTheHomePage() throws Exception {
        HttpResponse<String> chosen = phone.open("/people?visitor=old-friend");

        assertThat(location(chosen)).isEqualTo("/");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("wechat_simulator_visitor=old-friend;")
                .contains("HttpOnly", "SameSite=Lax");
        assertThat(phone.open("/").body()).contains("老朋友");
    }

    @Test
    void hasItsStyle() throws Exception {
        HttpResponse<String> style = phone.open("/style.css");

        assertThat(style.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
        assertThat(phone.authorize(CONSENT).body()).contains("href=\"/style.css\"");
    }

    private String openidBehind(HttpResponse<String> answer) throws Exception {
        String code = codeIn(location(answer));
        return Backend.json(new Backend(simulator).exchange(account, code)).getString("openid");
    }
}
