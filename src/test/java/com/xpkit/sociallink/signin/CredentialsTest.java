package com.xpkit.sociallink.signin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @Test
    void readsWhatNeedsNoDecodingOnce() {
        assertThat(Credentials.ofBasic(basic("id:a secret:with a colon/ä=")))
                .containsExactly(new Credentials("id", "a secret:with a colon/ä="));
    }

    @Test
    void decodesBothPartsAsRfc6749SaysThenTakesThemAsTheyCame() {
        assertThat(Credentials.ofBasic(basic("i%3Ad:a+b%26%C3%A4")))
                .containsExactly(
                        new Credentials("i:d", "a b&ä"), new Credentials("i%3Ad", "a+b%26%C3%A4"));
    }

    @Test
    void takesASecretThatCannotBeDecodedAsItCame() {
        assertThat(Credentials.ofBasic(basic("id:5Q7+x/100%")))
                .containsExactly(new Credentials("id", "5Q7+x/100%"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "basic ", "BASIC ", "bAsIc   "})
    void knowsItsSchemeWhateverTheCase(String scheme) {
        var header = scheme + basic("id:secret").substring(6);

        assertThat(Credentials.ofBasic(header)).containsExactly(new Credentials("id", "secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer abc, its scheme is not Basic",
        "Digest x, its scheme is not Basic",
        "Basic, its scheme is not Basic",
        "'', its scheme is not Basic",
        "Basic %%%, its credentials are not Base64",
        "Basic aWQ6c2VjcmV0-_, its credentials are not Base64",
        "'Basic ', its credentials hold no colon",
        "Basic aWQ=, its credentials hold no colon"
    })
    void saysWhyAHeaderCannotBeRead(String header, String reason) {
        assertThatThrownBy(() -> Credentials.ofBasic(header))
                .isInstanceOf(OAuthError.class)
                .hasMessage("The Authorization header cannot be read: " + reason + ".");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        var latin = Base64.getEncoder().encodeToString("id:gehörig".getBytes(ISO_8859_1));

        assertThatThrownBy(() -> Credentials.ofBasic("Basic " + latin))
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void showsNoSecretWhenPrinted() {
        assertThat(new Credentials("id", "secret")).hasToString("Credentials of id");
    }

    private static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
