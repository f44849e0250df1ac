package com.xpkit.sociallink.kernel;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.error.Forbidden;
import com.xpkit.sociallink.platform.error.UnknownResource;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who acts. A use case takes its actor as the first parameter. A job stores the actor who requested it, and its steps
 * act as that actor.
 *
 * @param kind what the actor is
 * @param id the {@code client_id} of an app or of the operator; for the others, their own unique id
 * @param name for people; may be empty
 * @param account the account that the actor belongs to; empty for the operator and the service, which may access all
 * @param scopes what the actor may do
 * @param address where the request came from, without the port; empty when there was no request
 */
public record Actor(
        Kind kind,
        String id,
        String name,
        Optional<UUID> account,
        Set<Scope> scopes,
        Optional<String> address)
        implements Principal {

    /** The service itself, for work without a request: at the start, and regular tasks. */
    public static final Actor SERVICE =
            new Actor(
                    Kind.SERVICE,
                    "service",
                    "",
                    Optional.empty(),
                    EnumSet.allOf(Scope.class),
                    Optional.empty());

    public Actor {
        scopes = Set.copyOf(scopes);
    }

    /** The kinds of actors. The names are stored. */
    public enum Kind {
        /** A client of one account. */
        APP,
        /** The client that is in the settings. */
        OPERATOR,
        /** A person who signed in. */
        PERSON,
        /** WeChat, which reports who a visitor is. */
        WECHAT,
        /** This service. */
        SERVICE
    }

    /**
     * @param id the {@code client_id}
     */
    public static Actor app(
            String id, String name, UUID account, Set<Scope> scopes, Optional<String> address) {
        return new Actor(Kind.APP, id, name, Optional.of(account), scopes, address);
    }

    /**
     * @param id the {@code client_id}
     */
    public static Actor operator(String id, Optional<String> address) {
        return new Actor(
                Kind.OPERATOR, id, "", Optional.empty(), EnumSet.allOf(Scope.class), address);
    }

    /** WeChat, which reports who a visitor of this account is. */
    public static Actor weChat(UUID account) {
        return new Actor(
                Kind.WECHAT, "wechat", "", Optional.of(account), Set.of(), Optional.empty());
    }

    /**
     * The actor of a request.
     *
     * @param security of a request to a method with {@link RequiresScope}
     * @throws IllegalStateException when there is none, as for clients that only read metrics
     */
    public static Actor of(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Actor actor) {
            return actor;
        }
        throw new IllegalStateException("The request has no actor");
    }

    /** The actor that {@link #json} describes. */
    public static Actor of(JsonObject json) {
        var scopes = json.getJsonArray("scopes").getValuesAs(JsonString::getString);
        return new Actor(
                Kind.valueOf(json.getString("kind")),
                json.getString("id"),
                json.getString("name"),
                Optional.ofNullable(json.getString("account", null)).map(UUID::fromString),
                scopes.stream().map(Scope::valueOf).collect(Collectors.toSet()),
                Optional.ofNullable(json.getString("address", null)));
    }

    /** The stored form; every node reads it back with {@link #of(JsonObject)}. */
    public JsonObject json() {
        var names = JSON.createArrayBuilder();
        scopes.stream().map(Scope::name).sorted().forEach(names::add);
        var json =
                JSON.createObjectBuilder()
                        .add("kind", kind.name())
                        .add("id", id)
                        .add("name", name)
                        .add("scopes", names);
        account.ifPresent(own -> json.add("account", own.toString()));
        address.ifPresent(from -> json.add("address", from));
        return json.build();
    }

    /** The id, as {@link Principal} requires. */
    @Override
    public String getName() {
        return id;
    }

    /**
     * @throws Forbidden unless this is the operator, whatever the scopes
     */
    public void mustBeOperator() {
        if (kind != Kind.OPERATOR) {
            throw new Forbidden("Only the operator may do this.");
        }
    }

    public boolean reaches(UUID other) {
        return kind == Kind.OPERATOR
                || kind == Kind.SERVICE
                || account.filter(other::equals).isPresent();
    }

    /**
     * @return the account itself
     * @throws UnknownResource when the account is a different one
     */
    public UUID reachable(UUID other) {
        if (!reaches(other)) {
            throw new UnknownResource();
        }
        return other;
    }

    /**
     * @return the resource that was found
     * @throws UnknownResource when there is none in an account that the actor may access
     */
    public <T extends Owned> T reachable(Optional<T> found) {
        return found.filter(resource -> reaches(resource.account()))
                .orElseThrow(UnknownResource::new);
    }

    public boolean holds(Scope scope) {
        return scopes.contains(scope);
    }

    /**
     * For an answer that shows more than the request's own scope allows.
     *
     * @throws Forbidden naming the scope when it is missing
     */
    public void mustHold(Scope scope) {
        if (!holds(scope)) {
            throw new Forbidden("The scope " + scope.word() + " is missing.");
        }
    }

    /**
     * @throws Forbidden when the scopes exceed the actor's own: no actor can grant what it lacks
     */
    public void mustHold(Set<Scope> wanted) {
        if (!scopes.containsAll(wanted)) {
            throw new Forbidden(
                    "An app can be given and managed only with scopes of the caller's own.");
        }
    }

    /**
     * @return the account that the actor belongs to
     * @throws UnknownResource when there is none
     */
    public UUID ownAccount() {
        return account.orElseThrow(UnknownResource::new);
    }

    /** Leaves out names and addresses, which are personal. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
