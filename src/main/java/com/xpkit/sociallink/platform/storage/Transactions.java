package com.xpkit.sociallink.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Transactions for a part of a method: what the lambda writes is written together or not at all. */
@ApplicationScoped
public class Transactions {

    /** This bean as others see it: a call of one's own method passes by the interceptor. */
    @Inject Transactions intercepted;

    /** In the caller's transaction, if there is one. Whatever is thrown rolls it back. */
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
     * Each try is a transaction of its own, so the caller must have none.
     *
     * @throws RuntimeException what the last try threw, or the first one that is no conflict with another writer
     */
    public <T> T retrying(int tries, Supplier<T> writing) {
        return Attempts.upTo(tries, attempt -> intercepted.run(writing));
    }
}
