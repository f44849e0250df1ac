package com.xpkit.sociallink.start;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One start of a server, or the median of several, number by number.
 *
 * @param time from the start of the process until the first redirect
 * @param processor time that the server's process has used until then, compilers and collectors included; it is more
 *     reliable than the time when other processes use the machine
 * @param atOnce resident memory then, in bytes
 * @param atRest resident memory a little later, in bytes
 */
record Start(Duration time, Duration processor, long atOnce, long atRest) {

    private static final double MIB = 1024 * 1024;

    static Start median(List<Start> starts) {
        return new Start(
                median(starts, Start::time),
                median(starts, Start::processor),
                median(starts, Start::atOnce),
                median(starts, Start::atRest));
    }

    /** The upper one of the two middle values if their number is even. */
    private static <T extends Comparable<T>> T median(List<Start> starts, Function<Start, T> of) {
        return starts.stream().map(of).sorted().toList().get(starts.size() / 2);
    }

    /** The ratio of this start to the other one, number by number. */
    String over(Start other) {
        return line(
                "%10.2f%10.2f%10.2f%10.2f",
                (double) time.toNanos() / other.time.toNanos(),
                (double) processor.toNanos() / other.processor.toNanos(),
                (double) atOnce / other.atOnce,
                (double) atRest / other.atRest);
    }

    @Override
    public String toString() {
        return line(
                "%8.2f s%8.2f s%6.0f MiB%6.0f MiB",
                time.toNanos() / 1e9, processor.toNanos() / 1e9, atOnce / MIB, atRest / MIB);
    }

    private static String line(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
