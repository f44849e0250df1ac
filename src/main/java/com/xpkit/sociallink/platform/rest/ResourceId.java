package com.xpkit.sociallink.platform.rest;

import com.xpkit.sociallink.platform.error.UnknownResource;
import java.util.UUID;

/**
 * The id of a resource in a path, as a parameter of a resource's method.
 *
 * @param text as it came; it may be none
 */
public record ResourceId(String text) {

    /**
     * @throws UnknownResource when the text is no id, so that no resource can have it
     */
    public UUID uuid() {
        return Ids.parse(text).orElseThrow(UnknownResource::new);
    }
}
