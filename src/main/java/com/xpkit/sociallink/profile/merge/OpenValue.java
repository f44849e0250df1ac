package com.xpkit.sociallink.profile.merge;

import jakarta.json.JsonValue;

/** An object or array that changes in place, because JSON-P would copy it and everything around it for each change. */
interface OpenValue {

    /** Its current state. */
    JsonValue json();

    /** Whether the value is of the same type and has as many members or elements. */
    boolean hasSizeOf(JsonValue value);
}
