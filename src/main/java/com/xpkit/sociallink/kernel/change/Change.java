package com.xpkit.sociallink.kernel.change;

import com.xpkit.sociallink.kernel.Actor;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.UUID;

/**
 * What somebody did to one resource.
 *
 * @param account the account that the resource belongs to; an account belongs to itself
 * @param id of the resource
 * @param before the members that it had; empty when it is new, or when nobody asked ({@link Changes#seen})
 * @param after the members that it has; empty when it is gone, or when nobody asked
 */
public record Change(
        Actor actor,
        Action action,
        Kind kind,
        UUID account,
        UUID id,
        JsonObject before,
        JsonObject after) {

    /** The kinds of resources. */
    public enum Kind {
        ACCOUNT,
        APP,
        CONFIGURATION,
        PROFILE
    }

    /** What can be done to them. */
    public enum Action {
        CREATED,
        UPDATED,
        DELETED,
        /** An app has a new client secret. */
        SECRET_RENEWED,
        /** An app has a new webhook secret. */
        WEBHOOK_SECRET_RENEWED,
        /** A profile has an OpenID that it did not have. */
        LINKED,
        /** A visitor whose OpenID the profile had came back. */
        VISITED,
        /** Other profiles became part of this one. */
        MERGED,
        /** They are profiles of their own again. */
        UNMERGED,
        /** A profile went with everything that was kept about it. */
        ERASED
    }

    /** Of which nobody needs the members. */
    public static Change of(Actor actor, Action action, Kind kind, UUID account, UUID id) {
        var none = JsonValue.EMPTY_JSON_OBJECT;
        return new Change(actor, action, kind, account, id, none, none);
    }

    public Change from(JsonObject members) {
        return new Change(actor, action, kind, account, id, members, after);
    }

    public Change to(JsonObject members) {
        return new Change(actor, action, kind, account, id, before, members);
    }

    /** The members can be personal or secret. */
    @Override
    public String toString() {
        return kind + " " + id + " " + action + " by " + actor;
    }
}
