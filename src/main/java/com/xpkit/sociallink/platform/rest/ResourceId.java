package com.xpkit.sociallink.platform.rest;

import com.xpkit.sociallink.platform.error.UnknownResource;
import java.util.UUID;

/**
 * The id of a resource in a path, as a parameter of a resource method.
 *
 * @param text as received; may be invalid
 */
public record ResourceId(String text) {

    /**
     * @throws UnknownResource when the text is not an id, so no resource can have it
     */
    public UUID uuid() {
        return Ids.parse(text).orElseThrow(UnknownResource::new);
    }
}
