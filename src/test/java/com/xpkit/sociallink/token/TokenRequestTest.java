package com.xpkit.sociallink.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRequestTest {

    private final Map<String, String[]> form = new HashMap<>();
    private String authorization;
    private String query;

    @Test
    void readsTheForm() throws Exception {
        form.put("grant_type", new String[] {"client_credentials"});
        form.put("client_id", new String[] {"id"});
        form.put("client_secret", new String[] {"secret"});

        assertThat(TokenRequest.of(request()))
                .isEqualTo(new TokenRequest("client_credentials", "id", "secret", ""));
    }

    @Test
    void takesWhatIsMissingForEmpty() throws Exception {
        assertThat(TokenRequest.of(request())).isEqualTo(new TokenRequest("", "", "", ""));
    }

    @Test
    void readsBasicAuthentication() throws Exception {
        authorization = "bAsIc " + base64("id:a secret:with a colon");

        var request = TokenRequest.of(request());

        assertThat(request.clientId()).isEqualTo("id");
        assertThat(request.clientSecret()).isEqualTo("a secret:with a colon");
    }

    @Test
    void decodesBothPartsAsRfc6749Says() throws Exception {
        authorization = "Basic " + base64("i%3Ad:a+b%26%C3%A4");

        var request = TokenRequest.of(request());

        assertThat(request.clientId()).isEqualTo("i:d");
        assertThat(request.clientSecret()).isEqualTo("a b&ä");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer abc", "Basic", "Basic ", "Basic %%%", "", "Basic aWQ=", "Digest x"})
    void refusesAnAuthorizationThatCannotBeRead(String header) {
        authorization = header;

        assertThat(refusal().status()).isEqualTo(401);
    }

    @Test
    void refusesBrokenPercentSigns() {
        authorization = "Basic " + base64("id:100%");

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

    @Test
    void showsNoSecretWhenPrinted() {
        assertThat(new TokenRequest("g", "id", "secret", "")).hasToString("TokenRequest id");
    }

    private OAuthError refusal() {
        var refused = catchThrowableOfType(OAuthError.class, () -> TokenRequest.of(request()));
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
                                    case "getParameterValues" -> form.get(arguments[0]);
                                    case "getHeader" -> authorization;
                                    case "getQueryString" -> query;
                                    default -> null;
                                });
    }
}
