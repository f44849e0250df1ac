package com.xpkit.sociallink.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.error.InvalidFields;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com, app.example.com, 443, /",
        "HTTP://App.Example.com/Hook?a=%20b, app.example.com, 80, /Hook?a=%20b",
        "https://app.example.com:8443?x, app.example.com, 8443, /?x",
        "https://app.example.com:80/, app.example.com, 80, /",
        "http://app.example.com:443/, app.example.com, 443, /",
        "http://app.example.com:1024/, app.example.com, 1024, /",
        "http://app.example.com:65535/, app.example.com, 65535, /",
        "http://8.8.8.8/, 8.8.8.8, 80, /",
        "http://8.8.8.8.example.com/, 8.8.8.8.example.com, 80, /",
        "http://[2606:4700::1111]/, 2606:4700::1111, 80, /",
        "https://hooks_dev.example.com/x, hooks_dev.example.com, 443, /x",
        "http://_dev.Example.com:8080?a=b, _dev.example.com, 8080, /?a=b",
        "http://social_link/, social_link, 80, /",
        "https://hooks_dev.example.com.:/x, hooks_dev.example.com., 443, /x",
        "https://app.example.com/微信, app.example.com, 443, /%E5%BE%AE%E4%BF%A1"
    })
    void saysWhereToAndWhatToAskFor(String text, String host, int port, String target) {
        var url = WebhookUrl.parse(text);

        assertThat(url.host()).isEqualTo(host);
        assertThat(url.port()).isEqualTo(port);
        assertThat(url.target()).isEqualTo(target);
        assertThatCode(url::mustLookPublic).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app.example.com",
                "/hook",
                "ftp://app.example.com/",
                "file:///etc/passwd",
                "https:app.example.com",
                "https:///hook",
                "https://user:secret@app.example.com/",
                "https://app.example.com/#part",
                "https://app.example.com:0/",
                "https://app.example.com:65536/",
                "https://app.example.com/a b",
                "https://app.example.com/\r\nX: y",
                "https://app_1.example.com:65536/",
                "https://app_1.example.com:0/",
                "https://user@app_1.example.com/",
                "https://_1.0x7f/",
                "https://app_1.127.1/",
                "https://app_-.example.com/",
                "https://app_1..example.com/",
                "https://app_1.example.com:8:9/",
                "https://0x7f.0.0.1/x",
                "https://127.1/",
                "http://2130706433/",
                "http://0177.0.0.1/",
                "http://127.0.0.01/",
                "http://127.0.0.1./",
                "http://8.8.8.256/",
                "http://[::ffff:0177.0.0.1]/",
                "https://app.example.com:1/",
                "https://app.example.com:22/",
                "https://app.example.com:25/",
                "https://app.example.com:1023/",
                "http://app_1.example.com:25/",
                "https://例子.example.com/"
            })
    void namesTheFieldOfAnImpossibleOne(String text) {
        assertThatThrownBy(() -> WebhookUrl.parse(text))
                .isInstanceOfSatisfying(InvalidFields.class, WebhookUrlTest::namesIt);
    }

    @Test
    void hasAnEnd() {
        var longest = "https://app.example.com/" + "a".repeat(2000 - 24);

        assertThatCode(() -> WebhookUrl.parse(longest)).doesNotThrowAnyException();
        assertThatThrownBy(() -> WebhookUrl.parse(longest + "a"))
                .isInstanceOfSatisfying(InvalidFields.class, WebhookUrlTest::namesIt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://LOCALHOST./",
                "http://app.localhost:8080/",
                "http://127.0.0.1/",
                "http://169.254.169.254/latest/",
                "http://10.0.0.1/",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[fe80::1]/",
                "http://my_app.localhost/"
            })
    void isRefusedWhenItSaysByItselfThatItIsNotPublic(String text) {
        var url = WebhookUrl.parse(text);

        assertThatThrownBy(url::mustLookPublic)
                .isInstanceOfSatisfying(InvalidFields.class, WebhookUrlTest::namesIt);
    }

    @Test
    void keepsItsQueryToItself() {
        assertThat(WebhookUrl.parse("https://app.example.com/?token=secret"))
                .asString()
                .doesNotContain("secret");
    }

    private static void namesIt(InvalidFields refused) {
        assertThat(refused.fields().keySet()).isEqualTo(Set.of("webhook_url"));
    }
}
