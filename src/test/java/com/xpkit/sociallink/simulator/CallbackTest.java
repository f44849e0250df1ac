package com.xpkit.sociallink.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackTest {

    @ParameterizedTest
    @CsvSource({
        "https://h/cb, https://h/cb?code=0c&state=s",
        "https://h, https://h?code=0c&state=s",
        "https://h/cb?, https://h/cb?code=0c&state=s",
        "https://h/cb?a=1&b=%2F, https://h/cb?a=1&b=%2F&code=0c&state=s",
        "https://h/#/route, https://h/?code=0c&state=s#/route",
        "https://h/?a=1#/r?x=y, https://h/?a=1&code=0c&state=s#/r?x=y",
        "https://h/?code=evil&state=x, https://h/?code=evil&state=x&code=0c&state=s",
        "https://h/中, https://h/%E4%B8%AD?code=0c&state=s"
    })
    void putsCodeAndStateAfterTheQueryAndBeforeTheFragment(String redirectUri, String called) {
        assertThat(new Callback(redirectUri, "s").with("0c")).hasToString(called);
    }

    @Test
    void echoesAStateItCannotWriteAsItIs() {
        assertThat(new Callback("https://h/", "a&code=b#\r\n中").withStateOnly())
                .hasToString("https://h/?state=a%26code%3Db%23%0D%0A%E4%B8%AD");
    }
}
