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
 * Tells the other nodes, by the database, that a code is being exchanged. The first exchange of a flow tells it
 * only when WeChat takes its time, so that a link with a quick answer costs no statement more.
 */
@ApplicationScoped
public class ExchangeNotices {

    private static final System.Logger LOG = System.getLogger(ExchangeNotices.class.getName());

    /** A quick WeChat has answered by then. Shorter than {@link OutcomeWaiting#GRACE}, by the time of a write. */
    static final Duration PATIENCE = Duration.ofMillis(250);

    @Inject LinkWriting writing;

    @Inject LinkTimer timer;

    @Inject WeChatSettings wechat;

    @Inject Clock clock;

    /** Of one exchange. */
    static final class Notice {

        private final Exchange exchange;
        private volatile boolean isWritten;
        private Future<?> planned = CompletableFuture.completedFuture(null);

        private Notice(Exchange exchange) {
            this.exchange = exchange;
        }

        /** It is no longer needed; if it is written, the exchange's outcome says more, or it lapses. */
        void cancel() {
            planned.cancel(false);
        }
    }

    /** In the database before WeChat is asked. */
    Notice atOnce(Exchange exchange) {
        var notice = new Notice(exchange);
        write(notice);
        return notice;
    }

    /** In the database while WeChat is asked, if that lasts. */
    Notice afterAWhile(Exchange exchange) {
        var notice = new Notice(exchange);
        try {
            notice.planned = timer.in(PATIENCE, () -> write(notice));
        } catch (RejectedExecutionException stopping) {
            FailureLog.line(LOG, Level.DEBUG, "An exchange is not told", stopping);
        }
        return notice;
    }

    private void write(Notice notice) {
        try {
            notice.isWritten = isTold(notice.exchange.code());
        } catch (RuntimeException databaseAway) {
            FailureLog.line(LOG, Level.DEBUG, "An exchange is not told", databaseAway);
        }
        if (notice.exchange.isOver()) {
            // it ended meanwhile and saw nothing to take back
            takeBack(notice);
        }
    }

    /** By this callback, and not by another one with the same code. */
    private boolean isTold(FlowCode code) {
        var now = clock.instant();
        var until = now.plus(OutcomeWaiting.longest(wechat));
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

    /** After the end of an exchange that has no outcome: nobody shall wait for one. */
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
