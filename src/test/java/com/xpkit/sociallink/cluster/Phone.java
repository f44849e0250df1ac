package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Door;
import com.xpkit.sociallink.server.Http;
import com.xpkit.sociallink.simulator.Scope;
import com.xpkit.sociallink.simulator.Visitor;
import com.xpkit.sociallink.simulator.WeChatSimulator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Pattern;

/** A visitor's WeChat: its browser keeps the cookie of each flow. */
record Phone(WeChatSimulator wechat, Visitor visitor) {

    private static final String USER_AGENT =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 15_5 like Mac OS X) MicroMessenger/8.0.22";

    private static final Pattern CODE = Pattern.compile("(?<=[?&])code=[^&]*");

    /** A flow that WeChat has taken over. */
    record Flow(URI wechat, String cookie) {}

    /** A callback that waits to be sent. */
    record Callback(URI address, String cookie) {

        /** Where it is sent on to. */
        String sentTo(Door door) {
            return location(answer(door));
        }

        private HttpResponse<String> answer(Door door) {
            return Phone.answer(Http.request(door.own(address)).header("Cookie", cookie));
        }

        /** The same once more, after a first answer that has changed the flow's cookie. */
        Callback repeatedAfter(Door door) {
            return new Callback(address, flow(answer(door)).cookie());
        }

        /** The same with the code of another one, which WeChat has handed to both. */
        Callback withCodeOf(Callback other) {
            var code = CODE.matcher(other.address.toString());
            assertThat(code.find()).isTrue();
            return with(code.group());
        }

        /** The same with a code that WeChat has never given out. */
        Callback withInventedCode() {
            return with("code=" + UUID.randomUUID());
        }

        private Callback with(String code) {
            var own = CODE.matcher(address.toString());
            return new Callback(URI.create(own.replaceFirst(code)), cookie);
        }

        /** From a browser that has begun another flow as well. */
        Callback beside(Callback other) {
            return new Callback(address, other.cookie + "; " + cookie);
        }
    }

    /** Of somebody whom nobody has met. */
    static Phone ofANewVisitor(Cluster cluster) {
        var key = UUID.randomUUID().toString();
        return new Phone(cluster.wechat(), Visitor.named(key, "小明"));
    }

    Flow begin(Door door, Tenant tenant, Scope scope) {
        return open(door.url(tenant.authorise(scope)));
    }

    Flow open(URI authorise) {
        return flow(answer(Http.request(authorise)));
    }

    private static Flow flow(HttpResponse<String> answer) {
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return new Flow(URI.create(location(answer)), cookie);
    }

    /** What a visitor's request is answered with. */
    static int status(Door door, String path) {
        return Http.send(Http.request(door.url(path)).header("User-Agent", USER_AGENT))
                .statusCode();
    }

    /** Each time with another code. */
    Callback accept(Flow flow) {
        return new Callback(wechat.accept(flow.wechat(), visitor), flow.cookie());
    }

    Callback comeBackFrom(Door door, Tenant tenant, Scope scope) {
        return accept(begin(door, tenant, scope));
    }

    /** The whole way, through one door. */
    String link(Door door, Tenant tenant, Scope scope) {
        return profileId(comeBackFrom(door, tenant, scope).sentTo(door));
    }

    /** Where a callback ends; when it is sent to WeChat once more, where that ends. */
    String end(Callback callback, Door door) {
        var answer = callback.answer(door);
        return isAtWeChat(location(answer)) ? accept(flow(answer)).sentTo(door) : location(answer);
    }

    boolean isAtWeChat(String location) {
        return location.startsWith(wechat.url().toString());
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request) {
        var answer = Http.send(request.header("User-Agent", USER_AGENT));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static String profileId(String application) {
        assertThat(application).matches("https://[^?]+\\?profile_id=[0-9a-f-]{36}#");
        return application.substring(application.indexOf('=') + 1, application.length() - 1);
    }
}
