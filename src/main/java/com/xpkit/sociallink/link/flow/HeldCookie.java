package com.xpkit.sociallink.link.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    static List<HeldCookie> in(String prefix, List<String> headers) {
        var found = new ArrayList<HeldCookie>();
        for (var header : headers == null ? List.<String>of() : headers) {
            for (var cookie : header.split(";")) {
                read(prefix + NAME, withoutBlanks(cookie)).ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * @param start of the name, before the state
     */
    private static Optional<HeldCookie> read(String start, String cookie) {
        int end = start.length() + STATE_LENGTH;
        return cookie.startsWith(start)
                        && cookie.indexOf('=') == end
                        && isState(cookie, start.length(), end)
                ? Optional.of(new HeldCookie(cookie.substring(0, end), cookie.substring(end + 1)))
                : Optional.empty();
    }

    private static boolean isState(String cookie, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if ("0123456789abcdef".indexOf(cookie.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
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
