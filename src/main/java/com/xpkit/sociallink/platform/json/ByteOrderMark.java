package com.xpkit.sociallink.platform.json;

import com.xpkit.sociallink.platform.error.InvalidBody;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The bytes that some programs, mostly on Windows, put before a text to mark its encoding. */
public enum ByteOrderMark {
    UTF_8(0xEF, 0xBB, 0xBF),
    // must come before UTF-16, whose mark is a prefix of this one
    UTF_32_LITTLE_ENDIAN(0xFF, 0xFE, 0, 0),
    UTF_32_BIG_ENDIAN(0, 0, 0xFE, 0xFF),
    UTF_16_LITTLE_ENDIAN(0xFF, 0xFE),
    UTF_16_BIG_ENDIAN(0xFE, 0xFF);

    private final byte[] mark;

    ByteOrderMark(int... mark) {
        this.mark = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            this.mark[i] = (byte) mark[i];
        }
    }

    /**
     * A JSON reader may ignore the byte order mark of UTF-8 (RFC 8259, section 8.1).
     *
     * @return where the text begins: 0, or after the mark
     * @throws InvalidBody when the mark is that of another encoding
     */
    public static int skip(byte[] bytes) {
        return find(bytes).map(ByteOrderMark::lengthOfUtf8).orElse(0);
    }

    private static Optional<ByteOrderMark> find(byte[] bytes) {
        return Stream.of(values()).filter(one -> one.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        return bytes.length >= mark.length
                && Arrays.equals(mark, 0, mark.length, bytes, 0, mark.length);
    }

    private int lengthOfUtf8() {
        if (this != UTF_8) {
            throw new InvalidBody(
                    "The body begins with the byte order mark of "
                            + name().substring(0, 6).replace('_', '-')
                            + ": JSON must be sent as UTF-8.");
        }
        return mark.length;
    }
}
