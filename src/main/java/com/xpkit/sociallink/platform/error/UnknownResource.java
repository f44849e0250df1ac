package com.xpkit.sociallink.platform.error;

/** This caller has no such resource; a resource of another account looks exactly the same. */
public class UnknownResource extends Refusal {

    public UnknownResource() {
        super(404, "not_found", "There is no such resource.");
    }
}
