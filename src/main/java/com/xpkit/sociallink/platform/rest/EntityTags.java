package com.xpkit.sociallink.platform.rest;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tags that {@code If-Match} or {@code If-None-Match} names (RFC 9110, section 13.1). Jakarta REST would evaluate
 * them, but servers differ: RESTEasy compares {@code If-None-Match} strongly, Jersey fails on a malformed tag.
 *
 * <p>A proxy that compresses an answer changes its tag: nginx makes {@code W/"3-x"} of {@code "3-x"}, Apache
 * {@code "3-x-gzip"}. Our tags are version numbers. Whatever a proxy has made of one, it still names that version,
 * also for a write: a strong comparison would refuse every write through such a proxy, for ever.
 *
 * @param header the header as it came
 */
public record EntityTags(String header) {

    /** A tag, and in group 1 its value as this service has sent it. */
    private static final Pattern TAG =
            Pattern.compile("(?:W/)?\"([!#-~\\x80-\\xFF]*?)(?:-(?:gzip|br|zstd))?\"");

    /** Whether it names all versions, or at least one. */
    boolean hasTags() {
        return isAny() || elements().anyMatch(element -> TAG.matcher(element).matches());
    }

    /**
     * Whether it names this one.
     *
     * @param current the value of the present tag, without quotation marks
     */
    public boolean include(String current) {
        return isAny()
                || elements()
                        .map(TAG::matcher)
                        .filter(tag -> tag.matches())
                        .anyMatch(tag -> tag.group(1).equals(current));
    }

    private boolean isAny() {
        return header.trim().equals("*");
    }

    /** A tag of others may hold a comma; its parts are no tags then. */
    private Stream<String> elements() {
        return Arrays.stream(header.split(",")).map(String::trim);
    }
}
