package com.xpkit.sociallink.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;

class RememberedRouteTest {

    private static final HttpHost WECHAT = new HttpHost("https", "api.weixin.qq.com", 443);
    private static final HttpHost OTHER = new HttpHost("https", "other.example.com", 443);

    private final List<HttpHost> asked = new ArrayList<>();
    private final HttpRoutePlanner planner =
            (target, context) -> {
                asked.add(target);
                return new HttpRoute(target);
            };

    @Test
    void isLookedUpOnceForManyCalls() throws HttpException {
        var route = new RememberedRoute(planner, Duration.ofMinutes(1));

        for (int i = 0; i < 100; i++) {
            assertThat(route.determineRoute(WECHAT, null).getTargetHost()).isEqualTo(WECHAT);
        }

        assertThat(asked).containsExactly(WECHAT);
    }

    @Test
    void isLookedUpAgainAfterItsLifetime() throws HttpException {
        var route = new RememberedRoute(planner, Duration.ofNanos(-1));

        route.determineRoute(WECHAT, null);
        route.determineRoute(WECHAT, null);

        assertThat(asked).hasSize(2);
    }

    @Test
    void isNeverThatOfAnotherHost() throws HttpException {
        var route = new RememberedRoute(planner, Duration.ofMinutes(1));
        route.determineRoute(WECHAT, null);

        assertThat(route.determineRoute(OTHER, null).getTargetHost()).isEqualTo(OTHER);
    }
}
