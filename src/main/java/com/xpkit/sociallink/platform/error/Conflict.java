package com.xpkit.sociallink.platform.error;

import java.util.Map;

/** The request is well-formed, but conflicts with something that is stored. */
public class Conflict extends Refusal {

    public Conflict(String description) {
        super(409, "conflict", description);
    }

    public Conflict(String field, String reason) {
        super(409, "conflict", field + " " + reason + ".", Map.of(field, reason));
    }

    /**
     * @param fields each conflicting member, and why
     */
    public Conflict(Map<String, String> fields) {
        super(409, "conflict", InvalidFields.describe(fields), InvalidFields.shown(fields));
    }
}
