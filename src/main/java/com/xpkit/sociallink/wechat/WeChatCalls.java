package com.xpkit.sociallink.wechat;

import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.outbound.HostTls;
import com.xpkit.sociallink.platform.outbound.OutboundSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * The calls to WeChat, shared by all visitors. A slow WeChat must not use up all threads (bulkhead), nor make every
 * visitor wait in vain (circuit breaker). Both can be tuned with MicroProfile Fault Tolerance's own settings.
 */
@ApplicationScoped
public class WeChatCalls {

    @Inject WeChatSettings settings;

    @Inject OutboundSettings outbound;

    @Inject Metrics metrics;

    /**
     * Our own pool on the server's threads: a managed executor would propagate the whole context of each visitor, which
     * costs a tenth of a link's time on Payara, and an exchange does not need it.
     */
    @Resource ManagedThreadFactory threads;

    private ExecutorService executor;

    private WeChatApi api;

    @PostConstruct
    void open() {
        // threads are created on demand; the bulkhead limits them
        executor = Executors.newCachedThreadPool(threads);
        api = new WeChatApi(settings, outbound.proxy(), HostTls.ofTheServer());
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
        api.close();
    }

    /**
     * @throws WeChatFailure in time, whatever WeChat does: read timeouts of clients apply to each read, so the exchange
     *     runs on its own thread, which can be abandoned
     */
    @Bulkhead(100)
    @CircuitBreaker(
            failOn = WeChatUnreachable.class,
            requestVolumeThreshold = 20,
            failureRatio = 0.5,
            delay = 2000,
            successThreshold = 1)
    public Visitor exchange(OfficialAccount account, String code, AuthType authType) {
        metrics.wechat().exchanges().enter();
        try {
            return exchangeInTime(account, code, authType);
        } finally {
            metrics.wechat().exchanges().leave();
        }
    }

    private Visitor exchangeInTime(OfficialAccount account, String code, AuthType authType) {
        var exchange = new CodeExchange(api, settings, metrics.wechat());
        var visitor = submitted(() -> exchange.visitor(account, code, authType));
        try {
            return visitor.get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof WeChatFailure failure
                    ? failure
                    : exchange.failed(failed.getCause());
        } catch (TimeoutException late) {
            var failure = exchange.tooLate();
            visitor.cancel(true);
            throw failure;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new WeChatUnreachable("stopping");
        }
    }

    private Future<Visitor> submitted(Callable<Visitor> exchange) {
        try {
            return executor.submit(exchange);
        } catch (RejectedExecutionException closed) {
            throw new WeChatUnreachable("stopping");
        }
    }
}
