package com.xpkit.sociallink.warmup;

import com.xpkit.sociallink.configuration.ImaginedAccount;
import com.xpkit.sociallink.platform.storage.FailureLog;
import com.xpkit.sociallink.wechat.WeChat;
import com.xpkit.sociallink.wechat.WeChatSettings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * Links imagined visitors for a while, one after another: that leaves the JIT compiler the other cores. Nothing depends on
 * its success; a node that cannot warm up is ready, and says so in its log.
 */
@ApplicationScoped
public class WarmUp {

    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

    /** Servers listen soon after they have started the application. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final long PAUSE_MILLIS = 100;

    @Inject WarmUpSettings settings;

    @Inject ImaginedAccount imagined;

    @Inject WeChat wechat;

    @Inject WeChatSettings wechatSettings;

    @Resource ManagedThreadFactory threads;

    private volatile Thread running;

    /** Begins if the settings say where the node reaches itself. Called once, when the service can serve visitors. */
    public void begin() {
        settings.url()
                .ifPresent(
                        url -> {
                            running = threads.newThread(() -> run(url));
                            running.start();
                        });
    }

    /** Whether it has ended, or never was to begin. */
    boolean isOver() {
        return running == null;
    }

    private void run(URI url) {
        try (var stub = ImaginedWeChat.open(threads)) {
            wechat.imagine(ImaginedWeChat.APP_ID, stub.url());
            var account = imagined.begin(ImaginedWeChat.APP_ID, ImaginedVisitors.domain());
            try (var visitors = new ImaginedVisitors(url, account, wechatSettings.userAgent())) {
                report(url, new Round(settings.time()).of(visitors));
            }
        } catch (IOException | RuntimeException failed) {
            FailureLog.line(LOG, System.Logger.Level.WARNING, "The warm-up failed", failed);
        } finally {
            imagined.end();
            wechat.imagineNothing();
            running = null;
        }
    }

    private static void report(URI url, int links) {
        if (links > 0) {
            LOG.log(System.Logger.Level.INFO, "Warmed up with " + links + " imagined links.");
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Not warmed up: no link succeeded through "
                            + url
                            + " (sociallink.warm-up.url).");
        }
    }

    @PreDestroy
    void stop() {
        var thread = running;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Links until the time is over, which begins with the first link that succeeds. */
    private static final class Round {

        private final Duration time;
        private long end = System.nanoTime() + PATIENCE.toNanos();
        private int links;

        Round(Duration time) {
            this.time = time;
        }

        int of(ImaginedVisitors visitors) {
            while (System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
                if (!hasLinked(visitors)) {
                    rest();
                } else if (++links == 1) {
                    end = System.nanoTime() + time.toNanos();
                }
            }
            return links;
        }

        private static boolean hasLinked(ImaginedVisitors visitors) {
            try {
                return visitors.link();
            } catch (IOException notListeningYet) {
                return false;
            }
        }

        private static void rest() {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
