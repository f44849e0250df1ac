package com.xpkit.sociallink.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.simulator.WeChatSimulator;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuestTest {

    private final WeChatSimulator wechat = WeChatSimulator.start(0);
    private final Guest.Callback callback = callback("flow_1=a", "1");
    private final Guest.Callback other = callback("flow_2=b", "2");

    @AfterEach
    void stop() {
        wechat.close();
    }

    private Guest.Callback callback(String cookie, String code) {
        var phone = Phone.of(wechat);
        phone.keep(cookie + "; Path=/api/; Max-Age=600");
        var address = "http://localhost/api/wechat/callback/?flow=f&code=" + code + "&state=s";
        return new Guest.Callback(phone, URI.create(address));
    }

    @Test
    void eachFlowHasCookiesOfItsOwn() {
        assertThat(callback.cookies()).isEqualTo("flow_1=a");
        assertThat(other.cookies()).isEqualTo("flow_2=b");
    }

    @Test
    void twoFlowsOfOneBrowserSendBothCookies() {
        assertThat(callback.togetherWith(other).cookies()).isEqualTo("flow_2=b; flow_1=a");
        assertThat(callback.cookies()).isEqualTo("flow_1=a");
    }

    @Test
    void sendsTheCookiesThatItIsGiven() {
        assertThat(callback.withCookies("x=1; y=2").cookies()).isEqualTo("x=1; y=2");
    }

    @Test
    void takesAnotherCodeAndNothingElseOfAnotherFlow() {
        var taken = callback.withCodeOf(other);

        assertThat(taken.address().getQuery()).isEqualTo("flow=f&code=2&state=s");
        assertThat(taken.cookies()).isEqualTo("flow_1=a");
    }

    @Test
    void inventsAnotherCodeEachTime() {
        var one = callback.withInventedCode().address();

        assertThat(one.getQuery()).matches("flow=f&code=[0-9a-f-]{36}&state=s");
        assertThat(callback.withInventedCode().address()).isNotEqualTo(one);
    }
}
