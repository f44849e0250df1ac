package com.xpkit.sociallink.attack;

/**
 * A kind of attack.
 *
 * @param about what is sent, in a few words
 * @param preparation does what must come before the attack, and returns what each worker does
 */
record Kind(String name, String about, Preparation preparation) {

    @FunctionalInterface
    interface Preparation {
        Storm.Turn prepare() throws Exception;
    }
}
