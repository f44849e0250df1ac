package com.xpkit.sociallink.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Makes a part of a method a transaction: everything that the lambda writes is written together or not at all. */
@ApplicationScoped
public class Transactions {

    /** This bean with its interceptor, which calls within the bean bypass. */
    @Inject Transactions intercepted;

    /** Joins the caller's transaction if there is one. Any exception rolls it back. */
    @Transactional
    public <T> T run(Supplier<T> writing) {
        return writing.get();
    }

    /** As {@link #run(Supplier)}, without a result. */
    @Transactional
    public void run(Runnable writing) {
        writing.run();
    }

    /**
     * Tries again after a conflict with another writer. Each try is a separate transaction, so the caller must have none.
     *
     * @throws RuntimeException the last try's exception, or the first one that is not a conflict
     */
    public <T> T retrying(int tries, Supplier<T> writing) {
        return Attempts.upTo(tries, attempt -> intercepted.run(writing));
    }
}
