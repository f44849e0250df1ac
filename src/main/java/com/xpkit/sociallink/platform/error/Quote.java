package com.xpkit.sociallink.platform.error;

/** The part of a request that an answer quotes: enough to recognise it, never so much that it becomes a burden. */
public final class Quote {

    private static final int MAX_LENGTH = 100;

    private Quote() {}

    /** The text, or its first 100 characters and an ellipsis; never splits a surrogate pair. */
    public static String of(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        var isHalf = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
        return text.substring(0, isHalf ? MAX_LENGTH - 1 : MAX_LENGTH) + "…";
    }
}
