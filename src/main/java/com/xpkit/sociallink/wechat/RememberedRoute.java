package com.xpkit.sociallink.wechat;

import java.time.Duration;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * The route to a single host, remembered for a while: the JVM's proxies are looked up in half a dozen system
 * properties, through an address that is parsed each time.
 */
final class RememberedRoute implements HttpRoutePlanner {

    private final HttpRoutePlanner planner;
    private final long lifetime;
    private volatile Known last;

    private record Known(HttpHost target, HttpRoute route, long since) {}

    RememberedRoute(HttpRoutePlanner planner, Duration lifetime) {
        this.planner = planner;
        this.lifetime = lifetime.toNanos();
    }

    @Override
    public HttpRoute determineRoute(HttpHost target, HttpContext context) throws HttpException {
        var now = System.nanoTime();
        var known = last;
        if (known == null || now - known.since > lifetime || !known.target.equals(target)) {
            known = new Known(target, planner.determineRoute(target, context), now);
            last = known;
        }
        return known.route;
    }
}
