package com.xpkit.sociallink.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who is calling: an app of one account, or the operator's app, which reaches every account. */
@RequestScoped
public class Caller {

    @Inject AccountDirectory accounts;

    private String client;
    private UUID account;
    private Set<Scope> scopes = Set.of();
    private boolean operator;

    /**
     * @param client its {@code client_id}
     */
    public void becomeApp(String client, UUID account, Set<Scope> scopes) {
        this.client = client;
        this.account = account;
        this.scopes = scopes;
    }

    /**
     * @param client its {@code client_id}
     */
    public void becomeOperator(String client) {
        this.client = client;
        operator = true;
        scopes = EnumSet.allOf(Scope.class);
    }

    /**
     * @throws Forbidden for an app, whatever its scopes
     */
    public void mustBeOperator() {
        if (!operator) {
            throw new Forbidden("Only the operator may do this.");
        }
    }

    /** The {@code client_id}. */
    public String client() {
        return client;
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    public boolean reaches(UUID other) {
        return operator || other.equals(account);
    }

    /**
     * @throws UnknownResource when the account is another's
     */
    public UUID reachable(UUID other) {
        if (!reaches(other)) {
            throw new UnknownResource();
        }
        return other;
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
     * @throws Forbidden when the scopes go beyond the caller's own: nobody grants what they lack
     */
    public void mustHold(Set<Scope> wanted) {
        if (!scopes.containsAll(wanted)) {
            throw new Forbidden(
                    "An app can be given and managed only with scopes of the caller's own.");
        }
    }

    /**
     * @return the account of an app
     * @throws UnknownResource for the operator, which has none of its own
     */
    public UUID ownAccount() {
        if (operator) {
            throw new UnknownResource();
        }
        return account;
    }

    /**
     * The account that a create or a list is about.
     *
     * @param named what {@code account_id} says; null when it says nothing
     * @throws InvalidFields when the operator names none or an unknown one, or an app one of others
     */
    public UUID account(String named) {
        if (named == null && !operator) {
            return account;
        }
        if (named == null) {
            throw new InvalidFields(
                    Map.of("account_id", "is missing: the operator names the account"));
        }
        return Ids.parse(named)
                .filter(this::reaches)
                .filter(accounts::knows)
                .orElseThrow(() -> new InvalidFields(Map.of("account_id", "is unknown")));
    }
}
