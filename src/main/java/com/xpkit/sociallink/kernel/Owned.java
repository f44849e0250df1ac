package com.xpkit.sociallink.kernel;

import java.util.UUID;

/** A resource of one account. */
public interface Owned {

    UUID id();

    /** The account that it belongs to; an account belongs to itself. */
    UUID account();
}
