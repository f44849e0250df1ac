package com.xpkit.sociallink.profile.merge;

import jakarta.json.JsonValue;

/** An object or array that changes in place, where JSON-P would copy it, and all around it, for each change. */
interface OpenValue {

    /** As it is by now. */
    JsonValue json();

    /** Whether the value is of the same type and has as many members or elements. */
    boolean hasSizeOf(JsonValue value);
}
