package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A nickname as bytes, because WeChat sends some that are not even UTF-8. */
public final class Nickname {

    private final byte[] bytes;

    private Nickname(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public static Nickname of(String text) {
        return new Nickname(text.getBytes(UTF_8));
    }

    /** A nickname that goes out byte for byte; only JSON's quote, backslash and slash are escaped. */
    public static Nickname ofBytes(byte... bytes) {
        return new Nickname(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The nickname as text, each broken sequence replaced by U+FFFD. */
    public String text() {
        return new String(bytes, UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Nickname that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
