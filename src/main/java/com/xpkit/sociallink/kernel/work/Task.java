package com.xpkit.sociallink.kernel.work;

import com.xpkit.sociallink.kernel.Actor;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a client has asked for.
 *
 * @param account whose it is
 * @param actor who asked; the steps act as this one
 * @param input what the {@link Work} needs; forgotten when the task is done
 * @param webhook who is told the result: an address as the client wrote it, which {@link
 *     WorkQueue#submit} judges
 */
public record Task(UUID account, Actor actor, JsonObject input, Optional<String> webhook) {

    /** The input is personal data. */
    @Override
    public String toString() {
        return "Task of " + account;
    }
}
