package com.xpkit.sociallink.kernel.change;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.Owned;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.UUID;

/**
 * What an actor did to one resource.
 *
 * @param account the account that the resource belongs to; an account belongs to itself
 * @param id of the resource
 * @param before the members that it had; empty when it is new, or when nobody listens ({@link Changes#seen})
 * @param after the members that it has; empty when it was deleted, or when nobody listens
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
        /** A profile got a new OpenID. */
        LINKED,
        /** A visitor came back whose OpenID the profile already had. */
        VISITED,
        /** Other profiles were merged into this one. */
        MERGED,
        /** They are separate profiles again. */
        UNMERGED,
        /** A profile was erased with everything that was stored about it. */
        ERASED
    }

    /** A change of this resource, still without members. */
    public static Change of(Actor actor, Action action, Kind kind, Owned resource) {
        return of(actor, action, kind, resource.account(), resource.id());
    }

    /** A change whose members nobody needs. */
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

    /** Leaves out the members, which may be personal or secret. */
    @Override
    public String toString() {
        return kind + " " + id + " " + action + " by " + actor;
    }
}
