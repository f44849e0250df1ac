package com.xpkit.sociallink.api;

import com.xpkit.sociallink.storage.Stored;
import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;

/**
 * The versions that a writer expects ({@code If-Match}); none given means any.
 *
 * @param ifMatch the header as it came, or null
 */
public record Expected(String ifMatch) {

    /**
     * @throws PreconditionFailed when the resource is in another version (weak tags never match a write)
     */
    public void check(Stored stored) {
        if (ifMatch != null && !ifMatch.trim().equals("*") && !names(tag(stored))) {
            throw new PreconditionFailed();
        }
    }

    private boolean names(EntityTag current) {
        var tag = '"' + current.getValue() + '"';
        return Arrays.stream(ifMatch.split(",")).map(String::trim).anyMatch(tag::equals);
    }

    /** With the time, because what was deleted and restored counts from one again. */
    static EntityTag tag(Stored stored) {
        var time = Long.toString(stored.lastModified().toEpochMilli(), 36);
        return new EntityTag(stored.version() + "-" + time);
    }
}
