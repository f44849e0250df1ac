package com.xpkit.sociallink.flow;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A flow's cookie as a browser sends it: {@code sociallink_flow_<state>=<moment>.<proof>}, with a mark after it once a
 * code of the flow was refused; the moment in milliseconds since 1970, base 36.
 *
 * @param name one that we can have given
 * @param value whatever it is
 */
record HeldCookie(String name, String value) {

    private static final String PREFIX = "sociallink_flow_";
    private static final Pattern OURS =
            Pattern.compile("(" + PREFIX + "[0-9a-f]{32})=(.*)", Pattern.DOTALL);
    private static final int BASE = 36;
    private static final long OLDEST = 0;

    static HeldCookie of(Flow flow, long moment) {
        return new HeldCookie(nameOf(flow), Long.toString(moment, BASE) + "." + flow.proof());
    }

    static String nameOf(Flow flow) {
        return PREFIX + flow.state();
    }

    /**
     * Those of flows, in the order of the headers.
     *
     * @param headers the {@code Cookie} headers; may be null
     */
    static Stream<HeldCookie> in(List<String> headers) {
        return Stream.ofNullable(headers)
                .flatMap(List::stream)
                .flatMap(header -> Stream.of(header.split(";")))
                .map(cookie -> OURS.matcher(cookie.trim()))
                .filter(Matcher::matches)
                .map(parts -> new HeldCookie(parts.group(1), parts.group(2)));
    }

    /** The state of its flow. */
    String state() {
        return name.substring(PREFIX.length());
    }

    /** When it was set. The browser says so: good for an order among its own cookies, for nothing else. */
    long moment() {
        try {
            return Long.parseLong(value.substring(0, Math.max(0, value.indexOf('.'))), BASE);
        } catch (NumberFormatException malformed) {
            return OLDEST;
        }
    }

    /** What follows the moment; the whole value in a cookie without one. */
    String proof() {
        return value.substring(value.indexOf('.') + 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
