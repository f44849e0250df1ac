package com.xpkit.sociallink.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
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
                .isEqualTo(
                        new TokenRequest(
                                "client_credentials",
                                List.of(new Credentials("id", "secret")),
                                ""));
    }

    @Test
    void takesWhatIsMissingForEmpty() throws Exception {
        assertThat(TokenRequest.of(request()))
                .isEqualTo(new TokenRequest("", List.of(new Credentials("", "")), ""));
    }

    @Test
    void readsBasicAuthentication() throws Exception {
        authorization = "bAsIc " + base64("id:a secret:with a colon");

        assertThat(TokenRequest.of(request()).credentials())
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
    }

    @Test
    void showsNoSecretWhenPrinted() {
        var request = new TokenRequest("g", List.of(new Credentials("id", "secret")), "");

        assertThat(request.toString()).contains("id").doesNotContain("secret");
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
                                    case "getParameterNames" ->
                                            Collections.enumeration(form.keySet());
                                    case "getQueryString" -> query;
                                    default -> null;
                                });
    }
}
