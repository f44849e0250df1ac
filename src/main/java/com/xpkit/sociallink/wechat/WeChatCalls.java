package com.xpkit.sociallink.wechat;

import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.WeChatMetrics;
import com.xpkit.sociallink.platform.outbound.HostTls;
import com.xpkit.sociallink.platform.outbound.OutboundSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The calls to WeChat, shared by all visitors: the client, the threads, the timer and the limits. */
@ApplicationScoped
public class WeChatCalls {

    private static final long TIDYING_SECONDS = 5;

    @Inject WeChatSettings settings;

    @Inject OutboundSettings outbound;

    @Inject Metrics metrics;

    /** Makes threads with the application's context, without that of the visitor who is there first. */
    @Resource ManagedThreadFactory factory;

    private ScheduledThreadPoolExecutor timer;
    private ExchangeThreads threads;
    private Access real;
    private volatile Imagined imagined;

    /** An API like WeChat's, and the way of visitors through it. */
    private record Access(WeChatApi api, WeChatLine line, WeChatMetrics metrics) {}

    /** An Official Account that WeChat does not know, and the access to an API that does. */
    private record Imagined(String appId, Access access) {}

    /** Makes the container create this bean at the start: its threads get the application's context, not a visitor's. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {}

    @PostConstruct
    void open() {
        threads = ExchangeThreads.of(factory);
        timer = new ScheduledThreadPoolExecutor(1, factory);
        // nearly all time limits are cancelled
        timer.setRemoveOnCancelPolicy(true);
        var api =
                new WeChatApi(settings.apiUrl(), settings, outbound.proxy(), HostTls.ofTheServer());
        real = access(api, metrics.wechat());
        // closing a connection may block, so the timer only starts it
        timer.scheduleWithFixedDelay(
                () -> threads.call(api::closeIdle),
                TIDYING_SECONDS,
                TIDYING_SECONDS,
                TimeUnit.SECONDS);
    }

    private Access access(WeChatApi api, WeChatMetrics counting) {
        var longestCall = settings.timeout().plus(CircuitBreaker.PAUSE);
        var breaker = new CircuitBreaker(System::nanoTime, longestCall, counting::breakerIsOpen);
        var places = new VisitorPlaces(settings.visitors());
        return new Access(api, new WeChatLine(breaker, places, threads, timer, counting), counting);
    }

    /** Visitors on their way are refused, because their calls break off. */
    @PreDestroy
    void close() {
        timer.shutdownNow();
        real.api().close();
        imagineNothing();
        threads.close();
    }

    /** As {@link WeChat#imagine}. */
    void imagine(String appId, URI url) {
        var other = new WeChatApi(url, settings, Optional.empty(), HostTls.ofTheServer());
        // nobody reads these metrics
        imagined = new Imagined(appId, access(other, new Metrics().wechat()));
    }

    void imagineNothing() {
        var before = imagined;
        imagined = null;
        if (before != null) {
            before.access().api().close();
        }
    }

    /**
     * Begins an exchange, which ends within {@code sociallink.wechat.timeout}, whatever WeChat does.
     *
     * @return as {@link WeChat#visitor}
     */
    CompletionStage<Visitor> exchange(OfficialAccount account, String code, AuthType authType) {
        if (!CodeExchange.isCode(code)) {
            return CompletableFuture.failedFuture(CodeExchange.notACode());
        }
        var access = access(account);
        var exchange = new CodeExchange(access.api(), settings, access.metrics());
        return access.line().visit(exchange, () -> exchange.visitor(account, code, authType));
    }

    private Access access(OfficialAccount account) {
        var other = imagined;
        return other != null && other.appId().equals(account.appId()) ? other.access() : real;
    }
}
