package com.xpkit.sociallink.failover;

import com.xpkit.sociallink.database.Database;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.LongStream;

/**
 * What was done to the database, and what visitors noticed of it.
 *
 * @param began before it was done, as {@link System#nanoTime} counts
 * @param ended when every node linked again
 * @param acknowledged every profile that a visitor was given until then, in this order
 * @param failed what the other visitors got meanwhile
 */
record Disturbance(
        String what, long began, long ended, List<Acknowledged> acknowledged, List<String> failed) {

    /** The longest time between two links of any node, in seconds. */
    double secondsWithoutALink() {
        return longest(acknowledged.stream().mapToLong(Acknowledged::moment));
    }

    /** The same for one node. */
    double secondsWithoutALinkOf(int node) {
        return longest(
                acknowledged.stream()
                        .filter(each -> each.node() == node)
                        .mapToLong(Acknowledged::moment));
    }

    /** The same for the node that waited longest. */
    double secondsWithoutALinkOfAnyNode() {
        return acknowledged.stream()
                .mapToInt(Acknowledged::node)
                .distinct()
                .mapToDouble(this::secondsWithoutALinkOf)
                .max()
                .orElseThrow();
    }

    private double longest(LongStream moments) {
        var within = moments.filter(moment -> moment > began).sorted().toArray();
        var before = began;
        var longest = 0L;
        for (var moment : within) {
            longest = Math.max(longest, moment - before);
            before = moment;
        }
        return longest / 1e9;
    }

    /**
     * One line for the log.
     *
     * @param test that tells it
     * @param ways of the nodes to the database
     * @param member that is asked for the profiles
     */
    String line(Class<?> test, List<String> ways, Database member, String account) {
        return String.format(
                Locale.ROOT,
                "%s: %s: no link for %.1f s (%s), %,d acknowledged, %d missing, %d failed",
                test.getSimpleName(),
                what,
                secondsWithoutALink(),
                each(ways),
                acknowledged.size(),
                Acknowledged.missing(acknowledged, member, account).size(),
                failed.size());
    }

    private String each(List<String> ways) {
        var seconds = new StringJoiner(", ");
        for (int node = 0; node < ways.size(); node++) {
            seconds.add(
                    String.format(
                            Locale.ROOT,
                            "%s: %.1f s",
                            ways.get(node),
                            secondsWithoutALinkOf(node)));
        }
        return seconds.toString();
    }
}
