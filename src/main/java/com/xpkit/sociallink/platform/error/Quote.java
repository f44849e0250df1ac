package com.xpkit.sociallink.platform.error;

/** What an answer repeats of a request: enough to recognise it, never so much that it becomes a burden. */
public final class Quote {

    private static final int MAX_LENGTH = 100;

    private Quote() {}

    /** The text, or its first 100 characters and an ellipsis; never half of a surrogate pair. */
    public static String of(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        var isHalf = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
        return text.substring(0, isHalf ? MAX_LENGTH - 1 : MAX_LENGTH) + "…";
    }
}
