package com.xpkit.sociallink.platform.rest;

import com.xpkit.sociallink.platform.error.PreconditionFailed;
import com.xpkit.sociallink.platform.storage.Stored;
import jakarta.ws.rs.core.EntityTag;

/**
 * The versions that a writer or a reader expects ({@code If-Match}, RFC 9110, section 13.1.1). A resource method
 * declares it as {@code @HeaderParam("If-Match") @DefaultValue(IfMatch.ANY)}.
 *
 * @param header the header as received; {@link #ANY} when there was none
 */
public record IfMatch(String header) {

    /** Any version. */
    public static final String ANY = "*";

    /**
     * @throws PreconditionFailed when the resource has another version, or the header contains no tag
     */
    public void check(Stored stored) {
        var expected = new EntityTags(header);
        if (!expected.hasTags()) {
            throw PreconditionFailed.withoutTag();
        }
        if (!expected.include(tag(stored).getValue())) {
            throw new PreconditionFailed();
        }
    }

    /** Includes the time, because a resource that was deleted and restored counts from one again. */
    static EntityTag tag(Stored stored) {
        var time = Long.toString(stored.lastModified().toEpochMilli(), 36);
        return new EntityTag(stored.version() + "-" + time);
    }
}
