package com.xpkit.sociallink.kernel.work;

import com.xpkit.sociallink.kernel.Actor;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/**
 * A task that a client has requested.
 *
 * @param account the account that it belongs to
 * @param actor who requested it; the steps act as this actor
 * @param input what the {@link Work} needs; deleted when the task is done
 * @param webhook the receiver of the result: an address as the client wrote it, which {@link WorkQueue#submit} checks
 */
public record Task(UUID account, Actor actor, JsonObject input, Optional<String> webhook) {

    /** Leaves out the input, which is personal data. */
    @Override
    public String toString() {
        return "Task of " + account;
    }
}
