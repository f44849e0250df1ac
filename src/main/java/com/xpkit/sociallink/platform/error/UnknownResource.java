package com.xpkit.sociallink.platform.error;

/** No such resource for this caller; one of another account looks exactly the same. */
public class UnknownResource extends Refusal {

    public UnknownResource() {
        super(404, "not_found", "There is no such resource.");
    }
}
