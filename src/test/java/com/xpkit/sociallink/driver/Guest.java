package com.xpkit.sociallink.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Door;
import com.xpkit.sociallink.simulator.Scope;
import com.xpkit.sociallink.simulator.Visitor;
import com.xpkit.sociallink.simulator.WeChatSimulator;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A visitor who can use a different door at each step. Each flow has a browser of its own. */
public record Guest(WeChatSimulator wechat, Visitor visitor) {

    private static final Pattern CODE = Pattern.compile("(?<=[?&])code=[^&]*");

    /** A new visitor, whom neither the service nor WeChat knows. */
    public static Guest unknownTo(WeChatSimulator wechat) {
        return new Guest(wechat, Visitor.named(UUID.randomUUID().toString(), "小明"));
    }

    /** A flow that has reached WeChat. */
    public record Flow(Phone phone, URI wechat) {}

    /** A callback that can be sent several times, always with the same cookies. */
    public record Callback(Phone phone, URI address) {

        /** Where it is sent on to. */
        public String sentTo(Door door) {
            return answer(phone.copy(), door).toString();
        }

        private URI answer(Phone browser, Door door) {
            return redirect(browser.callBack(door.own(address)));
        }

        /** The same again, after a first answer has changed the flow's cookie. */
        public Callback repeatedAfter(Door door) {
            var browser = phone.copy();
            answer(browser, door);
            return new Callback(browser, address);
        }

        /** The same with the code of another callback, as if WeChat had given it to both. */
        public Callback withCodeOf(Callback other) {
            var code = CODE.matcher(other.address.toString());
            assertThat(code.find()).isTrue();
            return with(code.group());
        }

        /** The same with a code that WeChat has never issued. */
        public Callback withInventedCode() {
            return with("code=" + UUID.randomUUID());
        }

        private Callback with(String code) {
            var own = CODE.matcher(address.toString());
            return new Callback(phone, URI.create(own.replaceFirst(code)));
        }

        /** The same from a browser that has also begun another flow. */
        public Callback togetherWith(Callback other) {
            return withCookies(other.cookies() + "; " + cookies());
        }

        /** What the browser sends as {@code Cookie}. */
        public String cookies() {
            return phone.cookiesFor(address);
        }

        /** The same with these cookies and no others. */
        public Callback withCookies(String header) {
            var browser = phone.copy();
            browser.loseCookies();
            Stream.of(header.split("; ")).forEach(each -> browser.keep(each + "; Path=/"));
            return new Callback(browser, address);
        }
    }

    public Flow begin(Door door, Tenant tenant, Scope scope) {
        return open(door.own(tenant.link(scope, Shop.HOME)));
    }

    public Flow open(URI link) {
        var phone = Phone.of(wechat);
        return new Flow(phone, redirect(phone.open(link)));
    }

    /** Each time with a different code. */
    public Callback accept(Flow flow) {
        return new Callback(flow.phone(), wechat.accept(flow.wechat(), visitor));
    }

    public Callback comeBackFrom(Door door, Tenant tenant, Scope scope) {
        return accept(begin(door, tenant, scope));
    }

    /** The whole way, through one door. */
    public String link(Door door, Tenant tenant, Scope scope) {
        return profileId(comeBackFrom(door, tenant, scope).sentTo(door));
    }

    /** Where a callback ends. If it leads to WeChat again, the visitor accepts there too. */
    public String end(Callback callback, Door door) {
        var browser = callback.phone().copy();
        var location = callback.answer(browser, door);
        return isAtWeChat(location.toString())
                ? accept(new Flow(browser, location)).sentTo(door)
                : location.toString();
    }

    public boolean isAtWeChat(String location) {
        return location.startsWith(wechat.url().toString());
    }

    private static URI redirect(Answer answer) {
        AnswerAssert.expect(answer).has(302);
        return answer.location();
    }

    public static String profileId(String application) {
        assertThat(application).matches("https://[^?]+\\?profile_id=[0-9a-f-]{36}#");
        return application.substring(application.indexOf('=') + 1, application.length() - 1);
    }
}
