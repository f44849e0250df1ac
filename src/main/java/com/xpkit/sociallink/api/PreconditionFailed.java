package com.xpkit.sociallink.api;

/** The resource is not in the state that {@code If-Match} names (RFC 9110, section 13.1.1). */
public class PreconditionFailed extends Refusal {

    public PreconditionFailed() {
        super(
                412,
                "precondition_failed",
                "The resource has changed since it was read: read it again, then repeat the change.");
    }
}
