package com.xpkit.sociallink.simulator;

import java.util.random.RandomGenerator;

/** Random words of WeChat's alphabets. */
final class Letters {

    private static final String ALPHANUMERIC =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final RandomGenerator random;

    Letters(RandomGenerator random) {
        this.random = random;
    }

    String alphanumeric(int length) {
        return word(length, ALPHANUMERIC);
    }

    String urlSafe(int length) {
        return word(length, ALPHANUMERIC + "-_");
    }

    String hex(int length) {
        return word(length, "0123456789abcdef");
    }

    private String word(int length, String alphabet) {
        return random.ints(length, 0, alphabet.length())
                .collect(
                        StringBuilder::new,
                        (word, index) -> word.append(alphabet.charAt(index)),
                        StringBuilder::append)
                .toString();
    }
}
