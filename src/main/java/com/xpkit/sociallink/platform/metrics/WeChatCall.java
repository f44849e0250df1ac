package com.xpkit.sociallink.platform.metrics;

import java.util.concurrent.atomic.AtomicBoolean;

/** One call of WeChat on its way. It ends once: what comes after it was given up counts for nothing. */
public final class WeChatCall {

    private final WeChatMetrics metrics;
    private final Step step;
    private final long began = System.nanoTime();
    private final AtomicBoolean hasEnded = new AtomicBoolean();

    WeChatCall(WeChatMetrics metrics, Step step) {
        this.metrics = metrics;
        this.step = step;
    }

    /**
     * @param errcode 0 for success
     */
    public void answered(int errcode) {
        if (ends()) {
            metrics.answered(step, errcode, began);
        }
    }

    public void broughtGarbage() {
        end(WeChatMetrics.GARBAGE);
    }

    public void gotNoAnswer() {
        end(WeChatMetrics.UNREACHABLE);
    }

    /** Given up; does nothing to a call that has ended. */
    public void isTooLate() {
        end(WeChatMetrics.LATE);
    }

    private void end(String how) {
        if (ends()) {
            metrics.count(step, how, began);
        }
    }

    private boolean ends() {
        return hasEnded.compareAndSet(false, true);
    }
}
