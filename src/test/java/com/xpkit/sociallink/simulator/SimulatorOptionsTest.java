package com.xpkit.sociallink.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorOptionsTest {

    private static final String QUERY =
            "appid=wx1&redirect_uri=http%3A%2F%2Fa.example%2F&response_type=code"
                    + "&scope=snsapi_base&state=s";

    @Test
    void letsADesktopBrowserInWhenTold() throws Exception {
        HttpResponse<String> answer =
                visit(SimulatorOptions.defaults().withAnyBrowser(), "Chrome/132", QUERY);

        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @Test
    void takesAnyOrderWhenTold() throws Exception {
        String shuffled = "state=s&scope=snsapi_base&uin=1&" + QUERY.split("&scope")[0];

        HttpResponse<String> strict =
                visit(SimulatorOptions.defaults(), Phone.USER_AGENT, shuffled);
        HttpResponse<String> lax =
                visit(SimulatorOptions.defaults().withAnyOrder(), Phone.USER_AGENT, shuffled);

        assertThat(strict.statusCode()).isEqualTo(200);
        assertThat(lax.statusCode()).isEqualTo(302);
    }

    @Test
    void callsBackTwiceFromAPageWhenTold() throws Exception {
        HttpResponse<String> answer =
                visit(SimulatorOptions.defaults().withCallbackTwice(), Phone.USER_AGENT, QUERY);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .containsPattern("href=\"http://a\\.example/\\?code=0\\w{31}&amp;state=s\"")
                .contains("fetch(callback", "credentials: 'include'", "location.replace(callback)");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("connect-src *");
    }

    @Test
    void needsSomebodyToPlayTheVisitor() {
        assertThatThrownBy(() -> SimulatorOptions.defaults().people(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listensWhereItIsTold() {
        int port;
        try (WeChatSimulator first = WeChatSimulator.start(0)) {
            port = first.url().getPort();
        }

        try (WeChatSimulator second = WeChatSimulator.start(port)) {
            assertThat(second.url()).hasToString("http://127.0.0.1:" + port);
        }
    }

    private static HttpResponse<String> visit(
            SimulatorOptions options, String userAgent, String query) throws Exception {
        try (WeChatSimulator simulator = WeChatSimulator.start(options)) {
            simulator.register(new OfficialAccount("wx1", "secret", "a.example"));
            return new Phone(simulator, userAgent).authorize(query);
        }
    }
}
