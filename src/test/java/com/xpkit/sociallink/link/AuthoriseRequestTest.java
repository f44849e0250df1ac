package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.address.Query;
import com.xpkit.sociallink.wechat.AuthType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthoriseRequestTest {

    private static final String UNENCODED = "application_uri=https://app.example.com/?im=abc";

    @Test
    void readsWhatItKnows() {
        var request =
                read("x=1&application_uri=https%3A%2F%2Fa.example%2F%3Fb&account_id=7&auth_type=");

        assertThat(request.accountId()).isEqualTo("7");
        assertThat(request.applicationUri()).isEqualTo("https://a.example/?b");
        assertThat(request.authType()).hasValue(AuthType.SNSAPI_BASE);
        assertThat(request.fallenOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth_type=x", "auth_type=&auth_type=", "auth_type=%B9", "auth_type=+"})
    void knowsNoOtherAuthType(String query) {
        assertThat(read(query).authType()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application_uri=a&application_uri=a", "application_uri=%B9%E3"})
    void hasNoApplicationUriThatTwoReadersCouldTakeDifferently(String query) {
        assertThat(read(query).applicationUri()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "&gourl=123, gourl",
        "&gourl, gourl",
        "&account_id=1&gourl=123&auth_type=, gourl",
        "&utm_source=x&from=timeline, utm_source",
        "&a=1&b=2&a=3, a b",
        "&%3Cb%3E=1, <b>",
        "&%B9=1, \ufffd",
        "?x&gourl=1, gourl"
    })
    void namesWhatFellOutOfAnAddressThatWasNotEncoded(String rest, String names) {
        assertThat(read(UNENCODED + rest).fallenOut()).containsExactly(names.split(" "));
        assertThat(read("account_id=1&" + UNENCODED + rest).fallenOut())
                .containsExactly(names.split(" "));
    }

    /** A link that works must still work after it is shared. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "&account_id=1&auth_type=snsapi_base",
                "&from=singlemessage&isappinstalled=0&nsukey=a%2Fb",
                "&uin=1&key=2&version=3&pass_ticket=4"
            })
    void missesNothingWhereOnlyWeChatAppended(String rest) {
        assertThat(read(UNENCODED + rest).fallenOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x=1&" + UNENCODED,
                "application_uri=https%3A%2F%2Fapp.example.com%2F%3Fim%3Dabc&gourl=123",
                "application_uri=https://app.example.com/&utm_source=x",
                "application_uri=x&other=https://app.example.com/?a&b=1"
            })
    void ignoresOtherParametersWhereNothingFellOut(String query) {
        assertThat(read(query).fallenOut()).isEmpty();
    }

    private static AuthoriseRequest read(String query) {
        return AuthoriseRequest.of(Query.of(query), "MicroMessenger");
    }
}
