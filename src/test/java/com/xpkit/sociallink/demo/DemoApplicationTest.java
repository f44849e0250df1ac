package com.xpkit.sociallink.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoApplicationTest {

    private static final String ID = "2f6d0c1e-6c2b-4a56-9d7e-0123456789ab";

    private final HttpClient http = HttpClient.newHttpClient();
    private final StubService service = new StubService();
    private final DemoApplication demo =
            new DemoApplication(service.url(), "acc&1", "id", "se cret", 0);

    DemoApplicationTest() throws IOException {}

    @AfterEach
    void stop() {
        demo.close();
        service.close();
    }

    @Test
    void offersBothWaysToLink() throws Exception {
        String home = open("").body();

        String authorise = service.url() + "/api/wechat/authorise/?account_id=acc%261&amp;";
        assertThat(home).contains("href=\"" + authorise + "auth_type=snsapi_base&amp;");
        assertThat(home).contains("href=\"" + authorise + "auth_type=snsapi_userinfo&amp;");
        assertThat(URLDecoder.decode(home, StandardCharsets.UTF_8))
                .contains("application_uri=" + demo.url() + "linked?campaign=demo#welcome\"");
    }

    @Test
    void showsTheStoredProfileInFullAndEscaped() throws Exception {
        service.profile = "{\"resource\":{\"nickname\":\"<script>小明\"}}";

        String page = open("linked?campaign=demo&profile_id=" + ID).body();

        assertThat(page).contains("<code>" + ID + "</code>", "<b>demo</b>", "id=\"welcome\"");
        assertThat(page).contains("\n    &quot;resource&quot;: {", "&lt;script&gt;小明");
        assertThat(page).doesNotContain("<script");
        assertThat(service.requests)
                .containsExactly(
                        "POST /api/token/ grant_type=client_credentials&client_id=id"
                                + "&client_secret=se+cret",
                        "GET /api/profile/" + ID + "/ Bearer t1");
    }

    @Test
    void keepsItsTokenUntilItIsRefused() throws Exception {
        open("linked?profile_id=" + ID);
        open("linked?profile_id=" + ID);
        service.voidTokens();
        String page = open("linked?profile_id=" + ID).body();

        assertThat(page).contains("<pre>");
        assertThat(service.requests.stream().map(request -> request.split(" ")[0]))
                .containsExactly("POST", "GET", "GET", "GET", "POST", "GET");
    }

    @Test
    void asksForANewTokenOnlyOnce() throws Exception {
        service.profileStatus = 401;

        String page = open("linked?profile_id=" + ID).body();

        assertThat(page).contains("answered 401").doesNotContain("<pre>");
        assertThat(service.requests).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "profile_id=",
                "profile_id=1-1-1-1-1",
                "profile_id=..%2F..%2Fapi%2Fapp%2F" + ID,
                "profile_id=" + ID + "%2F..",
                "profile_id=" + ID + "%0A",
                "profile_id=" + ID + "&profile_id=" + ID,
                "profile_id=%3Cscript%3E"
            })
    void asksTheServiceForNothingThatIsNoUuid(String query) throws Exception {
        String page = open("linked?" + query).body();

        assertThat(page).contains("No valid profile_id").doesNotContain("<script");
        assertThat(service.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "100, not WeChat",
        "101, application_uri",
        "102, no code",
        "103, no token",
        "104, could not be read from WeChat or saved",
        "105, account_id",
        "106, full service",
        "107, does not name"
    })
    void saysWhatAnErrorCodeMeans(String code, String meaning) throws Exception {
        String page = open("linked?error_code=" + code).body();

        assertThat(page).contains("<b>" + code, meaning);
        assertThat(service.requests).isEmpty();
    }

    @Test
    void escapesWhateverTheAddressSays() throws Exception {
        String page = open("linked?campaign=%3Ci%3E&error_code=%3Cscript%3E").body();

        assertThat(page).contains("<b>&lt;script&gt;</b>", "<b>&lt;i&gt;</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{\"resource\":"})
    void saysSoWhenTheProfileIsNone(String profile) throws Exception {
        service.profile = profile;

        assertThat(open("linked?profile_id=" + ID).body()).contains("could not be read");
    }

    @Test
    void saysSoWhenTheServiceIsGone() throws Exception {
        service.close();

        HttpResponse<String> answer = open("linked?profile_id=" + ID);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("could not be read");
    }

    @Test
    void letsItsPagesLoadNothingForeign() throws Exception {
        HttpResponse<String> answer = open("");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .isEqualTo("default-src 'none'; style-src 'self'");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(open("style.css").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/css");
        assertThat(open("elsewhere").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> open(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.url() + path)).build();
        return http.send(request, BodyHandlers.ofString());
    }
}
