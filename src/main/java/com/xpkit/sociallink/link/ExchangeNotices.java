package com.xpkit.sociallink.link;

import com.xpkit.sociallink.platform.storage.ConstraintViolations;
import com.xpkit.sociallink.platform.storage.FailureLog;
import com.xpkit.sociallink.wechat.WeChatSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * Informs other nodes through the database that a code is being exchanged. The first exchange of a flow does so only if
 * WeChat is slow, so that a link with a quick answer needs no additional statement.
 */
@ApplicationScoped
public class ExchangeNotices {

    private static final System.Logger LOG = System.getLogger(ExchangeNotices.class.getName());

    /** Time in which WeChat normally answers. Shorter than {@link OutcomeWaiting#GRACE} by the time of a write. */
    static final Duration PATIENCE = Duration.ofMillis(250);

    @Inject LinkWriting writing;

    @Inject LinkTimer timer;

    @Inject WeChatSettings wechat;

    @Inject Clock clock;

    /** The notice of one exchange. */
    static final class Notice {

        private final Exchange exchange;
        private volatile boolean isWritten;
        private Future<?> planned = CompletableFuture.completedFuture(null);

        private Notice(Exchange exchange) {
            this.exchange = exchange;
        }

        /** The notice is no longer needed. If it is written, the exchange's outcome replaces it, or it lapses. */
        void cancel() {
            planned.cancel(false);
        }
    }

    /** Writes a notice before WeChat is asked. */
    Notice atOnce(Exchange exchange) {
        var notice = new Notice(exchange);
        write(notice);
        return notice;
    }

    /** Writes a notice while WeChat is being asked, if that takes long. */
    Notice afterAWhile(Exchange exchange) {
        var notice = new Notice(exchange);
        try {
            notice.planned = timer.in(PATIENCE, () -> write(notice));
        } catch (RejectedExecutionException stopping) {
            FailureLog.line(LOG, Level.DEBUG, "An exchange was not announced", stopping);
        }
        return notice;
    }

    private void write(Notice notice) {
        try {
            notice.isWritten = isAnnounced(notice.exchange.code());
        } catch (RuntimeException databaseAway) {
            FailureLog.line(LOG, Level.DEBUG, "An exchange was not announced", databaseAway);
        }
        if (notice.exchange.isOver()) {
            // it ended in the meantime, when there was nothing to take back yet
            takeBack(notice);
        }
    }

    /** Whether this callback has written the notice, and not another one with the same code. */
    private boolean isAnnounced(FlowCode code) {
        var now = clock.instant();
        var until = now.plus(OutcomeWaiting.maxWait(wechat));
        try {
            writing.writeExchange(code, until);
            return true;
        } catch (RuntimeException known) {
            if (!ConstraintViolations.isConflict(known)) {
                throw known;
            }
            return writing.renewExchange(code, now, until);
        }
    }

    /** Called after an exchange that ended without an outcome, so that no callback waits for one. */
    void takeBack(Notice notice) {
        if (notice.isWritten) {
            notice.isWritten = false;
            try {
                writing.endExchange(notice.exchange.code());
            } catch (RuntimeException databaseAway) {
                FailureLog.line(LOG, Level.DEBUG, "An exchange lapses by itself", databaseAway);
            }
        }
    }
}
