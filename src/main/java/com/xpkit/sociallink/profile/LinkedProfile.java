package com.xpkit.sociallink.profile;

import java.util.List;
import java.util.UUID;

/**
 * The profile to which a link leads, in the transaction that is under way.
 *
 * @param newRows the entities that the caller has to insert, in this order; empty when there are none
 */
public record LinkedProfile(UUID id, List<Object> newRows) {}
