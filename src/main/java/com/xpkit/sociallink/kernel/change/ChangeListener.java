package com.xpkit.sociallink.kernel.change;

/**
 * Hears of every change, in the same transaction: what it writes is stored if and only if the change is. A feature
 * implements it as a CDI bean.
 */
public interface ChangeListener {

    /**
     * Whether it currently needs changes of this kind. It is called for each link, so it must not query the database.
     */
    boolean wants(Change.Kind kind);

    /**
     * @param change of a kind that this listener {@linkplain #wants wants}
     */
    void heard(Change change);
}
