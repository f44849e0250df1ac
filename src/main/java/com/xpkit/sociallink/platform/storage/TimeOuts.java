package com.xpkit.sociallink.platform.storage;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The time-outs of addresses that do not name any. {@code connectTimeout} ends the attempt to reach a machine that does not
 * answer, {@code socketTimeout} the wait for one that has vanished in the middle of a statement; {@link Patience} knows the
 * statements that may take longer.
 */
final class TimeOuts {

    static final Duration CONNECT = Duration.ofSeconds(2);
    static final Duration SOCKET = Duration.ofSeconds(10);

    private TimeOuts() {}

    /** PostgreSQL's driver counts in seconds. */
    static String ofPostgreSql(String url) {
        return completed(url, CONNECT.toSeconds(), SOCKET.toSeconds());
    }

    /** MariaDB's driver counts in milliseconds. */
    static String ofMariaDb(String url) {
        return completed(url, CONNECT.toMillis(), SOCKET.toMillis());
    }

    private static String completed(String url, long connect, long socket) {
        return with(with(url, "connectTimeout", connect), "socketTimeout", socket);
    }

    private static String with(String url, String name, long value) {
        var named = Pattern.compile("[?&]" + name + "=", Pattern.CASE_INSENSITIVE);
        return named.matcher(url).find()
                ? url
                : url + (url.contains("?") ? "&" : "?") + name + "=" + value;
    }
}
