package com.xpkit.sociallink.api;

import java.util.UUID;

/** Says which accounts exist, to features that must not know how accounts are kept. */
public interface AccountDirectory {

    boolean knows(UUID account);
}
