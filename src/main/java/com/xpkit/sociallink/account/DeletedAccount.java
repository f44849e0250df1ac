package com.xpkit.sociallink.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An account that was deleted recently: links that began before may still write for it. */
@Entity
@Table(name = "deleted_account")
public class DeletedAccount {

    @Id private UUID id;

    private Instant deleted;

    protected DeletedAccount() {}

    DeletedAccount(UUID id, Instant deleted) {
        this.id = id;
        this.deleted = deleted;
    }
}
