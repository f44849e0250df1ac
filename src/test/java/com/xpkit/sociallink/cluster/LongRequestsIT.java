package com.xpkit.sociallink.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.Door;
import com.xpkit.sociallink.simulator.Scope;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Long requests and answers through each of the operator's proxies: none refuses what the service accepts. */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongRequestsIT {

    private static final String USER_AGENT = "MicroMessenger/8.0.22";

    private final Cluster cluster;
    private final Tenant tenant;
    private final Balancer balancer = new Balancer("haproxy-of-long-requests");
    private final Nginx nginx = new Nginx("nginx-before-a-node");
    private final Nginx nginxBeforeBalancer = new Nginx("nginx-before-haproxy");

    LongRequestsIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.linkingTenant();
    }

    @BeforeAll
    void start() throws IOException {
        balancer.start(cluster.one(), cluster.two());
        nginx.startBefore(cluster.one());
        nginxBeforeBalancer.startBefore(balancer);
    }

    @AfterAll
    void stop() {
        nginxBeforeBalancer.close();
        nginx.close();
        balancer.close();
    }

    /** How a request comes to a node. JUnit would close a {@link Door} that is a test's argument. */
    enum Way {
        DIRECTLY,
        BY_HAPROXY,
        BY_NGINX,
        BY_NGINX_AND_HAPROXY
    }

    private Door door(Way way) {
        return switch (way) {
            case DIRECTLY -> cluster.one();
            case BY_HAPROXY -> balancer;
            case BY_NGINX -> nginx;
            case BY_NGINX_AND_HAPROXY -> nginxBeforeBalancer;
        };
    }

    @ParameterizedTest
    @EnumSource
    void findTheProfilesOf500OpenIds(Way way) {
        var openids = IntStream.range(0, 500).mapToObj(i -> openid()).toList();
        var profile =
                tenant.profile(tenant.named("{'wechat_openid':['" + openids.get(499) + "']}"));
        var list =
                "/api/profile/?account_id="
                        + tenant.account()
                        + "&wechat_openid__in="
                        + String.join("%7C", openids);

        var answer = tenant.client().through(door(way)).get(list);

        assertThat(list.length()).isGreaterThan(15_500);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().getInt("count")).isEqualTo(1);
        assertThat(answer.body()).contains(profile);
    }

    private static String openid() {
        return "oLong" + UUID.randomUUID().toString().replace("-", "").substring(0, 23);
    }

    @ParameterizedTest
    @EnumSource
    void linkAVisitorWhoseBrowserHas190FlowCookies(Way way) {
        var door = door(way);
        var callback = cluster.guest().comeBackFrom(door, tenant, Scope.SNSAPI_USERINFO);
        var others = cookiesOfOtherFlows();

        var end = callback.withCookies(others + callback.cookies()).sentTo(door);

        assertThat(others.length()).isGreaterThan(15_000);
        assertThat(Guest.profileId(end)).isNotEmpty();
    }

    /** As many as a browser could have before there was a limit. */
    private static String cookiesOfOtherFlows() {
        return IntStream.range(0, 189)
                .mapToObj(i -> "sociallink_flow_" + nonce() + "=" + nonce() + "; ")
                .collect(Collectors.joining());
    }

    private static String nonce() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    @ParameterizedTest
    @EnumSource
    void sendAVisitorOnWithTheLongestAddress(Way way) {
        var door = door(way);
        var phone = cluster.guest();

        var flow = phone.open(door.url(authorise(longest())));
        var end = phone.accept(flow).sentTo(door);

        assertThat(flow.wechat().toString().length()).isGreaterThan(2_900);
        assertThat(end).startsWith(longest() + "?profile_id=");
    }

    /** The answer may also ask the browser to drop cookies, each in a header of its own. */
    @ParameterizedTest
    @EnumSource
    void sendAVisitorToWeChatWithTheLongestAddressAndManyCookies(Way way) {
        var answer =
                Phone.withBrowser(cluster.wechat(), USER_AGENT)
                        .open(door(way).url(authorise(longest())), "Cookie", cookiesOfOtherFlows());

        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("").length())
                .isGreaterThan(2_900);
    }

    /** An address of 2,000 characters, which percent-encoding makes three times as long. */
    private static String longest() {
        var home = "https://" + Shop.DOMAIN + "/";
        return home + "(".repeat(2_000 - home.length());
    }

    private String authorise(String applicationUri) {
        return "/api/wechat/authorise/?account_id="
                + tenant.account()
                + "&application_uri="
                + URLEncoder.encode(applicationUri, UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void refuseHeadersBeyond32KbAsTheServiceDoes(Way way) {
        for (var size : List.of(33_000, 60_000, 100_000)) {
            var answer = callBackWithCookie(door(way), "c=" + "x".repeat(size));

            assertThat(answer.status()).as(answer.body()).isEqualTo(431);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/json");
            assertThat(answer.json().getString("error")).isEqualTo("headers_too_large");
        }
    }

    private Answer callBackWithCookie(Door door, String cookie) {
        return Phone.withBrowser(cluster.wechat(), USER_AGENT)
                .open(URI.create(door.url("/api/wechat/callback/") + "?state=a"), "Cookie", cookie);
    }

    @ParameterizedTest
    @EnumSource
    void takeHeadersUpTo32Kb(Way way) {
        var answer = callBackWithCookie(door(way), "c=" + "x".repeat(31_500));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("<code>102</code>");
    }
}
