package com.xpkit.sociallink.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/**
 * One answer from WeChat, read leniently: text/plain without a charset is UTF-8, broken UTF-8 becomes the replacement
 * character, raw control characters (which real nicknames contain) are removed, and numbers may be strings.
 */
final class WeChatAnswer {

    /** A value that WeChat never sends. */
    static final int NO_INT = Integer.MIN_VALUE;

    private static final int MAX_BYTES = 64 * 1024;
    private static final Pattern NUMBER =
            Pattern.compile("-?[0-9]++(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x1f\\x7f]");
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final JsonObject json;

    private WeChatAnswer(JsonObject json) {
        this.json = json;
    }

    /**
     * @throws IOException when the answer breaks off
     * @throws Unreadable when it is not a JSON object of a reasonable size
     */
    static WeChatAnswer of(ClassicHttpResponse response) throws IOException {
        var body = response.getEntity();
        var bytes = body == null ? new byte[0] : read(body);
        if (bytes.length > MAX_BYTES) {
            throw new Unreadable("an answer of more than " + MAX_BYTES + " bytes");
        }
        return parse(new String(bytes, UTF_8), response.getCode());
    }

    /** At least a byte more than there should be, or the client would not see the end and not keep the connection. */
    private static byte[] read(HttpEntity body) throws IOException {
        var length = body.getContentLength();
        var isKnown = length >= 0 && length < MAX_BYTES;
        return body.getContent().readNBytes(isKnown ? (int) length + 1 : MAX_BYTES + 1);
    }

    private static WeChatAnswer parse(String text, int status) {
        // outside strings these are only blanks, inside they break strict parsers
        var json = hasControls(text) ? CONTROLS.matcher(text).replaceAll("") : text;
        try (var reader = READERS.createReader(new StringReader(json))) {
            return new WeChatAnswer(reader.readObject());
        } catch (RuntimeException | StackOverflowError notJson) {
            // some parsers report too deep nesting as a plain RuntimeException
            throw new Unreadable("HTTP " + status + " without a JSON object");
        }
    }

    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == 0x7f) {
                return true;
            }
        }
        return false;
    }

    /** WeChat's error code; 0 means success, and is the default. */
    int errcode() {
        return number("errcode");
    }

    /**
     * A whole number, even in a string; 0 when it is missing or not a number, and {@link #NO_INT} when it does not fit
     * into an int: cut to 32 bits, 4294967296 would be 0, which means success.
     */
    int number(String name) {
        var value = json.get(name);
        if (value instanceof JsonNumber number) {
            return whole(number::bigDecimalValue);
        }
        if (value instanceof JsonString string) {
            var text = string.getString().trim();
            return NUMBER.matcher(text).matches() ? whole(() -> new BigDecimal(text)) : 0;
        }
        return 0;
    }

    private static int whole(Supplier<BigDecimal> number) {
        try {
            return number.get().intValueExact();
        } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
            // a fraction or too large; some parsers read numbers only now
            return NO_INT;
        }
    }

    /** A text that can be displayed and stored, cut to the maximum length; empty when nothing remains. */
    Optional<String> text(String name, int maxLength) {
        return json.get(name) instanceof JsonString string
                ? Optional.of(shown(string.getString(), maxLength)).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static String shown(String text, int maxLength) {
        if (text.length() <= maxLength && isPlain(text)) {
            return text.strip();
        }
        var shown = new StringBuilder();
        text.strip()
                .codePoints()
                .filter(WeChatAnswer::canBeShown)
                .takeWhile(c -> shown.length() + Character.charCount(c) <= maxLength)
                .forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }

    /** Whether each character can be displayed for certain, as in nearly all values; surrogates need a closer look. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isISOControl(c) || c >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    private static boolean canBeShown(int c) {
        return !Character.isISOControl(c)
                && Character.getType(c) != Character.SURROGATE
                && (c & 0xFFFE) != 0xFFFE;
    }

    /** The answer is not in WeChat's format. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(String what) {
            super(what);
        }
    }
}
