package com.xpkit.sociallink.platform.storage;

import java.util.function.Supplier;

/** Transactions without a database: nothing is rolled back, but a test can count them. */
public class TransactionsInMemory extends Transactions {

    private int committed;
    private int rolledBack;

    public TransactionsInMemory() {
        intercepted = this;
    }

    @Override
    public <T> T run(Supplier<T> writing) {
        rolledBack++;
        var result = writing.get();
        rolledBack--;
        committed++;
        return result;
    }

    @Override
    public void run(Runnable writing) {
        run(
                () -> {
                    writing.run();
                    return null;
                });
    }

    public int committed() {
        return committed;
    }

    public int rolledBack() {
        return rolledBack;
    }
}
