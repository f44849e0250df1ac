package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Door;
import com.xpkit.sociallink.server.Http;
import com.xpkit.sociallink.simulator.Scope;
import com.xpkit.sociallink.simulator.Visitor;
import com.xpkit.sociallink.simulator.WeChatSimulator;
import java.net.URI;
import java.util.UUID;

/** A visitor's WeChat: its browser keeps the cookie of each flow. */
record Phone(WeChatSimulator wechat, Visitor visitor) {

    private static final String USER_AGENT =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 15_5 like Mac OS X) MicroMessenger/8.0.22";

    /** A flow that WeChat has taken over. */
    record Flow(URI wechat, String cookie) {}

    /** A callback that waits to be sent. */
    record Callback(URI address, String cookie) {

        /** Where it is sent on to. */
        String sentTo(Door door) {
            return location(door.own(address), cookie);
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
        var answer = Http.send(Http.request(authorise).header("User-Agent", USER_AGENT));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return new Flow(URI.create(answer.headers().firstValue("Location").orElseThrow()), cookie);
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

    private static String location(URI address, String cookie) {
        var answer =
                Http.send(
                        Http.request(address)
                                .header("User-Agent", USER_AGENT)
                                .header("Cookie", cookie));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static String profileId(String application) {
        assertThat(application).matches("https://[^?]+\\?profile_id=[0-9a-f-]{36}#");
        return application.substring(application.indexOf('=') + 1, application.length() - 1);
    }
}
