package com.xpkit.sociallink.platform.rest;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tags in {@code If-Match} or {@code If-None-Match} (RFC 9110, section 13.1). Jakarta REST could evaluate them, but
 * servers differ: RESTEasy compares {@code If-None-Match} strongly, and Jersey fails on a malformed tag.
 *
 * <p>A proxy that compresses an answer changes its tag: nginx turns {@code "3-x"} into {@code W/"3-x"}, Apache into
 * {@code "3-x-gzip"}. Our tags are version numbers, and a changed tag still names the same version, also for a write: a
 * strong comparison would refuse every write through such a proxy.
 *
 * @param header the header as received
 */
public record EntityTags(String header) {

    /** A tag; group 1 is its value as this service sent it. */
    private static final Pattern TAG =
            Pattern.compile("(?:W/)?\"([!#-~\\x80-\\xFF]*?)(?:-(?:gzip|br|zstd))?\"");

    /** Whether it is {@code *} or contains at least one tag. */
    boolean hasTags() {
        return isAny() || elements().anyMatch(element -> TAG.matcher(element).matches());
    }

    /**
     * Whether one of the tags matches.
     *
     * @param current the value of the current tag, without quotation marks
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

    /** A tag from elsewhere may contain a comma; its parts are no tags then. */
    private Stream<String> elements() {
        return Arrays.stream(header.split(",")).map(String::trim);
    }
}
