package com.xpkit.sociallink.platform.error;

/** The caller is known, but lacks a scope (RFC 6750, section 3.1). */
public class Forbidden extends Refusal {

    public Forbidden(String description) {
        super(403, "insufficient_scope", description);
    }
}
