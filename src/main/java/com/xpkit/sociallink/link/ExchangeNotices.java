package com.xpkit.sociallink.link;

import com.xpkit.sociallink.platform.storage.ConstraintViolations;
import com.xpkit.sociallink.platform.storage.FailureLog;
import com.xpkit.sociallink.wechat.WeChatSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Informs other nodes through the database that a code is being exchanged. The first exchange of a flow does so only if
 * WeChat is slow, so that a link with a quick answer needs no additional statement. The notices that are due together
 * are one transaction.
 */
@ApplicationScoped
public class ExchangeNotices {

    private static final System.Logger LOG = System.getLogger(ExchangeNotices.class.getName());

    /**
     * Time in which WeChat normally answers, both calls together. Shorter than {@link OutcomeWaiting#GRACE} by the time
     * of a write.
     */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /** At least the time between two rounds. */
    private static final Duration ROUND = Duration.ofMillis(50);

    /** Of one transaction: a conflict costs a transaction for each of them. */
    private static final int MAX_TOGETHER = 100;

    @Inject LinkWriting writing;

    @Inject LinkTimer timer;

    @Inject WeChatSettings wechat;

    @Inject Clock clock;

    /** In the order in which they are due. Most are over by then. */
    private final Queue<Notice> waiting = new ConcurrentLinkedQueue<>();

    /** Whether a round is planned or running. */
    private final AtomicBoolean isAwake = new AtomicBoolean();

    /** The notice of one exchange. */
    static final class Notice {

        private final Exchange exchange;
        private final Instant due;
        private volatile boolean isWritten;

        private Notice(Exchange exchange, Instant due) {
            this.exchange = exchange;
            this.due = due;
        }
    }

    /** Writes a notice before WeChat is asked. */
    Notice atOnce(Exchange exchange) {
        var notice = new Notice(exchange, clock.instant());
        write(notice);
        return notice;
    }

    /** Writes a notice while WeChat is being asked, if that takes long. */
    Notice afterAWhile(Exchange exchange) {
        var notice = new Notice(exchange, clock.instant().plus(PATIENCE));
        waiting.add(notice);
        wakeUp(PATIENCE);
        return notice;
    }

    private void wakeUp(Duration delay) {
        if (isAwake.compareAndSet(false, true)) {
            plan(delay);
        }
    }

    private void plan(Duration delay) {
        try {
            timer.in(delay, this::round);
        } catch (RejectedExecutionException stopping) {
            isAwake.set(false);
            FailureLog.line(LOG, Level.DEBUG, "Exchanges were not announced", stopping);
        }
    }

    private void round() {
        try {
            for (var due = due(); !due.isEmpty(); due = due()) {
                write(due);
            }
        } finally {
            planNext();
        }
    }

    private void planNext() {
        var next = waiting.peek();
        if (next != null) {
            plan(untilRound(next));
            return;
        }
        isAwake.set(false);
        var added = waiting.peek();
        if (added != null) {
            wakeUp(untilRound(added));
        }
    }

    private Duration untilRound(Notice next) {
        var wait = Duration.between(clock.instant(), next.due);
        return wait.compareTo(ROUND) < 0 ? ROUND : wait;
    }

    /** Up to a transaction's worth of notices that are due and whose exchanges are not over. */
    private List<Notice> due() {
        var now = clock.instant();
        var due = new ArrayList<Notice>();
        for (var next = waiting.peek();
                next != null && !next.due.isAfter(now) && due.size() < MAX_TOGETHER;
                next = waiting.peek()) {
            waiting.remove();
            if (!next.exchange.isOver()) {
                due.add(next);
            }
        }
        return due;
    }

    private void write(List<Notice> due) {
        try {
            writing.writeExchanges(due.stream().map(one -> one.exchange.code()).toList(), until());
            due.forEach(this::written);
        } catch (RuntimeException failed) {
            if (ConstraintViolations.isConflict(failed)) {
                due.forEach(this::write);
            } else {
                FailureLog.line(LOG, Level.DEBUG, "Exchanges were not announced", failed);
            }
        }
    }

    private void written(Notice notice) {
        notice.isWritten = true;
        if (notice.exchange.isOver()) {
            // it ended in the meantime, when there was nothing to take back yet
            takeBack(notice);
        }
    }

    private void write(Notice notice) {
        try {
            if (isAnnounced(notice.exchange.code())) {
                written(notice);
            }
        } catch (RuntimeException databaseAway) {
            FailureLog.line(LOG, Level.DEBUG, "An exchange was not announced", databaseAway);
        }
    }

    /** Whether this callback has written the notice, and not another one with the same code. */
    private boolean isAnnounced(FlowCode code) {
        var until = until();
        try {
            writing.writeExchange(code, until);
            return true;
        } catch (RuntimeException known) {
            if (!ConstraintViolations.isConflict(known)) {
                throw known;
            }
            return writing.renewExchange(code, clock.instant(), until);
        }
    }

    private Instant until() {
        return clock.instant().plus(OutcomeWaiting.maxWait(wechat));
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
