package com.xpkit.sociallink.platform.metrics;

import java.util.concurrent.atomic.AtomicBoolean;

/** One call to WeChat in progress. It ends once: anything that happens after it was given up is not counted. */
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

    /** Gives the call up; does nothing if it has already ended. */
    public void giveUp() {
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
