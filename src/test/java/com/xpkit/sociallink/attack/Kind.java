package com.xpkit.sociallink.attack;

/**
 * A kind of attack.
 *
 * @param about what is sent, in a few words
 * @param preparation makes what comes before the attack, and then what each worker does
 */
record Kind(String name, String about, Preparation preparation) {

    @FunctionalInterface
    interface Preparation {
        Storm.Turn prepare() throws Exception;
    }
}
