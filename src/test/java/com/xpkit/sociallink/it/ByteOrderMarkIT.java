package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Http;
import com.xpkit.sociallink.simulator.OfficialAccount;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PowerShell, C# and the Windows editor put before a text. */
class ByteOrderMarkIT extends OnAServer {

    private static final String MARK = "\uFEFF";

    private final ApiClient operator = Service.operator();
    private final String account = operator.openAccount();

    @Test
    void isIgnoredBeforeAccountsAndApps() {
        expect(operator.send("POST", "/api/account/", MARK + "{\"name\":\"a\"}")).has(201);
        expect(operator.send("PUT", "/api/account/" + account + "/", MARK + "{\"name\":\"小\"}"))
                .has(200);
        expect(operator.send("PATCH", "/api/account/" + account + "/", MARK + "{\"name\":\"b\"}"))
                .has(200);
        var app = ApiClient.app(account, "App", "app:read").build().toString();
        expect(operator.send("POST", "/api/app/", MARK + app)).has(201);
    }

    @Test
    void isIgnoredBeforeProfilesMergesAndManyAtOnce() {
        var tenant = Service.tenant();
        var first = tenant.profile(MARK + "{'first_name':'小明'}");
        var second = tenant.profile("{}");

        expect(tenant.replace(first, MARK + "{'email':['ming@example.com']}")).has(200);
        expect(
                        tenant.send(
                                "POST",
                                "/api/profile/create-update/",
                                MARK + "{'email':['ming@example.com']}"))
                .has(200);
        expect(mergePatch(tenant, first, MARK + "{\"age\":34}")).has(200);
        var merge = "{'authority':'%s','profiles':['%s']}".formatted(first, second);
        expect(tenant.send("POST", "/api/profile/merge/", MARK + merge)).has(202);
        expect(tenant.send("POST", "/api/profiles/", MARK + "{'profiles':[{}]}")).has(202);
    }

    private static Answer mergePatch(Tenant tenant, String id, String body) {
        return RawRequest.of("PATCH", "/api/profile/" + id + "/")
                .by(tenant.client())
                .body("application/merge-patch+json", body.getBytes(UTF_8))
                .send();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void namesAnotherEncoding(String charset) {
        var body = (MARK + "{\"name\":\"a\"}").getBytes(Charset.forName(charset));

        var answer = post(body);

        expect(answer).isRefused(400, "invalid_request");
        assertThat(answer.json().getString("description")).contains(charset.substring(0, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {MARK + MARK + "{\"name\":\"a\"}", MARK, "{\"name\":\"a\"}" + MARK})
    void isNothingButTheBeginning(String body) {
        expect(post(body.getBytes(UTF_8))).isRefused(400, "invalid_request");
    }

    private Answer post(byte[] body) {
        return RawRequest.of("POST", "/api/account/")
                .by(operator)
                .body("application/json", body)
                .send();
    }

    @Test
    void isNamedBeforeAForm() {
        var answer = Service.API.postForm(MARK + "grant_type=client_credentials&client_id=x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).isEqualTo("invalid_request");
        assertThat(answer.json().getString("description")).contains("byte order mark");
    }

    @Test
    void isContentInAVerificationFile() {
        var official = Service.officialAccount();
        var contents = MARK + MARK + "小";

        ApiClient.created(operator.post("/api/configuration/", withFile(official, contents)));

        var address = Service.URL.resolve("/" + official.appId() + ".txt");
        var file = Http.send(Http.request(address), BodyHandlers.ofByteArray());
        assertThat(file.body()).isEqualTo(contents.getBytes(UTF_8));
    }

    private JsonObjectBuilder withFile(OfficialAccount official, String contents) {
        return ApiClient.configuration(official, "bom.example.com")
                .add("account_id", account)
                .add("auth_file_name", official.appId() + ".txt")
                .add("auth_file_contents", contents);
    }
}
