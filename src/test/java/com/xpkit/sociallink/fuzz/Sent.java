package com.xpkit.sociallink.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A generated request.
 *
 * @param target as in the request line: every character is one byte
 */
public record Sent(
        String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    /** RFC 3986: what a path and a query may contain unescaped. */
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@/?-]*+");

    private static final Pattern SIMPLE_PATH =
            Pattern.compile("^(?:/(?!\\.)[A-Za-z0-9._~-]++)*+/?(?:\\?|$)");

    public static Sent of(String method, String target) {
        return new Sent(method, target, List.of(), new byte[0]);
    }

    public Sent with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.add(Map.entry(header, value));
        return new Sent(method, target, List.copyOf(more), body);
    }

    public Sent with(byte[] other) {
        return new Sent(method, target, headers, other);
    }

    /** Whether the address follows the grammar. */
    private boolean isPlain() {
        return PLAIN.matcher(ESCAPE.matcher(target).replaceAll("")).matches();
    }

    /**
     * Whether no server has a reason to refuse the head by itself: it follows the grammar, all headers are ASCII, and
     * the path contains nothing that must be escaped and no name that begins with a dot.
     */
    public boolean isHarmless() {
        return isPlain()
                && SIMPLE_PATH.matcher(target).find()
                && headers.stream().allMatch(h -> h.getValue().chars().allMatch(c -> c < 0x7f));
    }

    @Override
    public String toString() {
        return method + " " + target + " " + headers + " " + new String(body, ISO_8859_1);
    }
}
