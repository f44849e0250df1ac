package com.xpkit.sociallink.api;

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
    public void check(int version) {
        if (ifMatch != null && !ifMatch.trim().equals("*") && !names(version)) {
            throw new PreconditionFailed();
        }
    }

    private boolean names(int version) {
        var tag = '"' + tag(version).getValue() + '"';
        return Arrays.stream(ifMatch.split(",")).map(String::trim).anyMatch(tag::equals);
    }

    static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }
}
