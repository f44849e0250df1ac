package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Shop.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.simulator.Visitor;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The application's address that a visitor returns to. */
class ReturnAddressIT extends OnAServer {

    private final Shop shop = Service.shop();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明🌸");
    private final Phone phone = Service.phone();

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com, https://app.example.com/?profile_id=",
        "https://app.example.com/a?b=c, https://app.example.com/a?b=c&profile_id=",
        "https://app.example.com/#/shop?x=1, https://app.example.com/?profile_id=*#/shop?x=1",
        "https://app.example.com/?profile_id=evil&a=1&error_code=7&profile_id, https://app.example.com/?a=1&profile_id=",
        "https://app.example.com/?%70rofile_id=evil, https://app.example.com/?profile_id=",
        "https://APP.example.com:443/%E4%B8%AD?q=%2B+, https://app.example.com/%E4%B8%AD?q=%2B+&profile_id="
    })
    void joinsTheProfileToTheApplicationsOwnAddress(String home, String expected) {
        var answer = phone.follow(shop.linkTo(home), visitor);

        var profile = answer.sent("profile_id").orElse("none");
        var wanted = expected.contains("*") ? expected.replace("*", profile) : expected + profile;
        expect(answer).goesTo(wanted);
    }

    /** Browsers carry {@code #wechat_redirect} over to a Location that has no fragment. */
    @ParameterizedTest
    @ValueSource(strings = {HOME, HOME + "?a=b", "https://app.example.com"})
    void aBareSharpEndsTheLocationWhereTheApplicationHasNoFragment(String home) {
        var linked = phone.follow(shop.linkTo(home), visitor);
        var refused = Service.browser("Firefox").open(shop.linkTo(home));
        var declined = phone.callBack(withoutCode(phone.goToWeChat(shop.linkTo(home), visitor)));

        assertThat(linked.header("Location").orElseThrow()).matches(".*[?&]profile_id=[^#]+#");
        assertThat(refused.header("Location").orElseThrow()).matches(".*[?&]error_code=100#");
        assertThat(declined.header("Location").orElseThrow()).matches(".*[?&]error_code=102#");
    }

    private static URI withoutCode(URI callback) {
        return URI.create(callback.toString().replaceFirst("code=[^&]*", "code="));
    }

    @Test
    void dropsAnErrorCodeThatTheApplicationsAddressCarries() {
        var link = shop.linkTo(HOME + "?error_code=7&a=1#f");

        var answer = Service.browser("Firefox").open(link);

        expect(answer).goesTo(HOME + "?a=1&error_code=100#f");
    }
}
