package com.xpkit.sociallink.api;

import com.xpkit.sociallink.storage.Stored;
import jakarta.ws.rs.core.EntityTag;

/**
 * The versions that a writer expects ({@code If-Match}, RFC 9110, section 13.1.1); none given means any.
 *
 * @param ifMatch the header as it came, or null
 */
public record Expected(String ifMatch) {

    /**
     * @throws PreconditionFailed when the resource is in another version, or the header names none
     */
    public void check(Stored stored) {
        if (ifMatch == null) {
            return;
        }
        var expected = new EntityTags(ifMatch);
        if (!expected.hasTags()) {
            throw PreconditionFailed.withoutTag();
        }
        if (!expected.include(tag(stored).getValue())) {
            throw new PreconditionFailed();
        }
    }

    /** With the time, because what was deleted and restored counts from one again. */
    static EntityTag tag(Stored stored) {
        var time = Long.toString(stored.lastModified().toEpochMilli(), 36);
        return new EntityTag(stored.version() + "-" + time);
    }
}
