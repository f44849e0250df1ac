package com.xpkit.sociallink.kernel.change;

/**
 * Hears of every change, in the transaction that makes it: what it writes is there if and only if the change is. A
 * feature makes it a CDI bean.
 */
public interface ChangeListener {

    /**
     * Whether it has a use for such changes at the moment. It is asked for each link, so it must not ask the
     * database.
     */
    boolean wants(Change.Kind kind);

    /**
     * @param change of a kind that it {@linkplain #wants wants}
     */
    void heard(Change change);
}
