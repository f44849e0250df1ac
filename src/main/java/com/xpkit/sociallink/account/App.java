package com.xpkit.sociallink.account;

import com.xpkit.sociallink.kernel.Owned;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.storage.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A client of the API ({@code oauth2app}) of one account. Its id is its {@code client_id}. */
@Entity
@Table(name = "app")
public class App extends Stored implements Owned {

    @Column(name = "account_id")
    private UUID accountId;

    private String name;

    @Column(name = "secret_hash")
    private String secretHash;

    /** Words, separated by blanks. */
    private String scopes;

    protected App() {}

    App(UUID account, ClientSecret secret, String name, Set<Scope> scopes, Instant now) {
        super(now);
        accountId = account;
        secretHash = secret.hash();
        this.name = name;
        this.scopes = words(scopes);
    }

    void change(String name, Set<Scope> scopes, Instant now) {
        if (!name.equals(this.name) || !words(scopes).equals(this.scopes)) {
            this.name = name;
            this.scopes = words(scopes);
            touch(now);
        }
    }

    void change(ClientSecret secret, Instant now) {
        secretHash = secret.hash();
        touch(now);
    }

    /** A new webhook secret counts as a change, even though it is stored in another table. */
    void changeWebhookSecret(Instant now) {
        touch(now);
    }

    private static String words(Set<Scope> scopes) {
        return EnumSet.copyOf(scopes).stream().map(Scope::word).collect(Collectors.joining(" "));
    }

    @Override
    public UUID account() {
        return accountId;
    }

    public String name() {
        return name;
    }

    public Set<Scope> scopes() {
        return Arrays.stream(scopes.split(" "))
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    public String secretHash() {
        return secretHash;
    }
}
