package com.xpkit.sociallink.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRequestTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, String[]> form = new LinkedHashMap<>();
    private String type = FORM;
    private String body;
    private String authorization;
    private String query;

    @Test
    void readsTheForm() throws Exception {
        form.put("grant_type", new String[] {"client_credentials"});
        form.put("client_id", new String[] {"id"});
        form.put("client_secret", new String[] {"secret"});

        assertThat(TokenRequest.of(request(), body()))
                .isEqualTo(
                        new TokenRequest(
                                "client_credentials",
                                List.of(new Credentials("id", "secret")),
                                ""));
    }

    @Test
    void treatsWhatIsMissingAsEmpty() throws Exception {
        assertThat(TokenRequest.of(request(), body()))
                .isEqualTo(new TokenRequest("", List.of(new Credentials("", "")), ""));
    }

    @Test
    void readsBasicAuthentication() throws Exception {
        authorization = "bAsIc " + base64("id:a secret:with a colon");

        assertThat(TokenRequest.of(request(), body()).credentials())
                .containsExactly(new Credentials("id", "a secret:with a colon"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer abc", "Basic", "Basic ", "Basic %%%", "", "Basic aWQ=", "Digest x"})
    void refusesAnAuthorizationThatCannotBeRead(String header) {
        authorization = header;

        assertThat(refusal().status()).isEqualTo(401);
    }

    @Test
    void refusesParametersInTheAddress() {
        query = "client_secret=x";

        assertThat(refusal().json().getString("error")).isEqualTo("invalid_request");
    }

    @Test
    void refusesAParameterThatIsGivenTwice() {
        form.put("client_id", new String[] {"a", "a"});

        assertThat(refusal()).hasMessage("client_id is given more than once.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\u00EF\u00BB\u00BF"})
    void namesAByteOrderMark(String asServersReadIt) {
        form.put(asServersReadIt + "grant_type", new String[] {"client_credentials"});

        assertThat(refusal()).hasMessageContaining("byte order mark");
        type = "multipart/form-data; boundary=x";
        body = part(asServersReadIt + "grant_type", "client_credentials") + "--x--";
        assertThat(refusal()).hasMessageContaining("byte order mark");
    }

    @Test
    void readsParts() {
        body = part("client_id", "id") + part("client_secret", "a+b%") + "--x--\r\n";
        type = "Multipart/Form-Data; boundary=x";

        assertThat(credentials()).isEqualTo(new Credentials("id", "a+b%"));
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value);
    }

    @Test
    void refusesPartsThatCannotBeRead() {
        body = "--x\r\n";
        type = "multipart/form-data; boundary=x";

        assertThat(refusal()).hasMessage("The form cannot be read.");
    }

    @ParameterizedTest
    @CsvSource({
        "a+b, 'a b'",
        "a%2Bb, a+b",
        "a%20b%26c%3Dd, a b&c=d",
        "a=b, a=b",
        "%E4%BD%A0, 你",
        "你, 你",
        "'', ''"
    })
    void readsAnEncodedValue(String encoded, String secret) {
        body = "client_id=id&client_secret=" + encoded;

        assertThat(credentials()).isEqualTo(new Credentials("id", secret));
    }

    @ParameterizedTest
    @CsvSource({"GBK, %C4%E3", "ISO-8859-1, %E4", "utf-8, %C3%A4", "'\"UTF-8\"', %C3%A4"})
    void readsTheCharsetThatTheTypeNames(String name, String encoded) {
        type = FORM + "; Charset=" + name;
        body = "client_id=id&client_secret=" + encoded;

        assertThat(credentials().clientSecret()).isIn("你", "ä");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "&&=&", "client_id", "=x", "other=1&other=2"})
    void treatsAFormWithoutValuesAsEmpty(String text) {
        body = text;

        assertThat(credentials()).isEqualTo(new Credentials("", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id=%", "client_id=%zz", "%=x", "a=b&client_id=%4"})
    void refusesABrokenEscape(String text) {
        body = text;

        assertThat(refusal()).hasMessage("The form cannot be read.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-charset", "%%", "\u0001"})
    void refusesAnUnknownCharset(String name) {
        type = FORM + ";charset=" + name;
        body = "client_id=id";

        assertThat(refusal().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain"})
    void treatsNoOtherBodyAsAForm(String other) {
        type = other;
        body = "client_id=id&client_secret=secret";

        assertThat(credentials()).isEqualTo(new Credentials("", ""));
        assertThat(TokenForm.isForm(type)).isFalse();
    }

    @Test
    void takesItsLimitFromTheSetting() {
        var key = "sociallink.limits.form";

        assertThat(new FormSettings(SettingsMother.with(key, "2048")).maxBytes()).isEqualTo(2_048);
        assertThat(new FormSettings(SettingsMother.shipped()).maxBytes()).isEqualTo(16_384);
        assertThat(new FormSettings(SettingsMother.shipped()).places()).isEqualTo(32);
        assertThatThrownBy(() -> new FormSettings(SettingsMother.with(key, "16385")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(key);
    }

    @Test
    void showsNoSecretWhenPrinted() {
        var request = new TokenRequest("g", List.of(new Credentials("id", "secret")), "");

        assertThat(request.toString()).contains("id").doesNotContain("secret");
    }

    private Credentials credentials() {
        return TokenRequest.of(request(), body()).credentials().get(0);
    }

    private OAuthError refusal() {
        var refused =
                catchThrowableOfType(OAuthError.class, () -> TokenRequest.of(request(), body()));
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private HttpServletRequest request() {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        TokenRequestTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getContentType" -> type;
                                    case "getHeader" -> authorization;
                                    case "getQueryString" -> query;
                                    default -> null;
                                });
    }

    private byte[] body() {
        return (body == null ? encoded() : body).getBytes(UTF_8);
    }

    private String encoded() {
        return form.entrySet().stream()
                .flatMap(
                        parameter ->
                                Stream.of(parameter.getValue())
                                        .map(value -> encoded(parameter.getKey(), value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String name, String value) {
        return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }
}
