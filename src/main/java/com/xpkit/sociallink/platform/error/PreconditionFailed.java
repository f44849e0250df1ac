package com.xpkit.sociallink.platform.error;

/** The resource is not in the state that {@code If-Match} names (RFC 9110, section 13.1.1). */
public class PreconditionFailed extends Refusal {

    public PreconditionFailed() {
        this("The resource has changed since it was read: read it again, then repeat the change.");
    }

    private PreconditionFailed(String description) {
        super(412, "precondition_failed", description);
    }

    /** For an If-Match whose tag has lost its quotation marks: reading again would not help. */
    public static PreconditionFailed withoutTag() {
        return new PreconditionFailed(
                "If-Match must hold tags as ETag shows them, in their quotation marks.");
    }
}
