package com.xpkit.sociallink.link.flow;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A flow's cookie as a browser sends it: {@code <prefix>sociallink_flow_<state>=<moment>.<proof>}. A mark follows if a code of
 * the flow was refused. The moment is in milliseconds since 1970, base 36.
 *
 * @param name a name that this service may have set
 * @param value any text
 */
record HeldCookie(String name, String value) {

    private static final String NAME = "sociallink_flow_";
    private static final int STATE_LENGTH = 32;
    private static final Pattern FLOWS =
            Pattern.compile(
                    "((?:__Host-)?" + NAME + "[0-9a-f]{" + STATE_LENGTH + "})=(.*)",
                    Pattern.DOTALL);
    private static final int BASE = 36;
    private static final long OLDEST = 0;

    static HeldCookie of(String prefix, Flow flow, long moment) {
        return new HeldCookie(
                nameOf(prefix, flow), Long.toString(moment, BASE) + "." + flow.proof());
    }

    static String nameOf(String prefix, Flow flow) {
        return prefix + NAME + flow.state();
    }

    /**
     * The cookies of flows, in the order of the headers.
     *
     * @param prefix the prefix of their names
     * @param headers the {@code Cookie} headers; may be null
     */
    static Stream<HeldCookie> in(String prefix, List<String> headers) {
        return Stream.ofNullable(headers)
                .flatMap(List::stream)
                .flatMap(header -> Stream.of(header.split(";")))
                .map(cookie -> FLOWS.matcher(withoutBlanks(cookie)))
                .filter(Matcher::matches)
                .map(parts -> new HeldCookie(parts.group(1), parts.group(2)))
                .filter(cookie -> cookie.name.equals(prefix + NAME + cookie.state()));
    }

    /** Only blanks and tabs. Other characters belong to the name: for the browser it is another cookie, which may be planted. */
    private static String withoutBlanks(String cookie) {
        int begin = 0;
        int end = cookie.length();
        while (begin < end && isBlank(cookie.charAt(begin))) {
            begin++;
        }
        while (begin < end && isBlank(cookie.charAt(end - 1))) {
            end--;
        }
        return cookie.substring(begin, end);
    }

    private static boolean isBlank(char sign) {
        return sign == ' ' || sign == '\t';
    }

    /** Its flow's state. */
    String state() {
        return name.substring(name.length() - STATE_LENGTH);
    }

    /** When it was set, according to the browser. Use it only to order the browser's own cookies. */
    long moment() {
        try {
            return Long.parseLong(value.substring(0, Math.max(0, value.indexOf('.'))), BASE);
        } catch (NumberFormatException malformed) {
            return OLDEST;
        }
    }

    /** The part after the moment; the whole value if there is no moment. */
    String proof() {
        return value.substring(value.indexOf('.') + 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
