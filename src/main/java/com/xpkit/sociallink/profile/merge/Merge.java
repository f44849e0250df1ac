package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.platform.storage.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** The record of a merge: who merged, when, and what came from where. */
@Entity
@Table(name = "profile_merge")
public class Merge extends Stored {

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "authority_id")
    private UUID authorityId;

    @Column(name = "merged_by")
    private String mergedBy;

    /** A JSON array of {@link MergeChange}s. */
    private String changes;

    /** The epoch while the merge is in effect. */
    private Instant undone;

    @Column(name = "undone_by")
    private String undoneBy;

    protected Merge() {}

    /**
     * @param actor who requested it
     * @param changes a JSON array
     */
    Merge(UUID account, UUID authority, Actor actor, String changes, Instant now) {
        super(now);
        accountId = account;
        authorityId = authority;
        mergedBy = actor.id();
        this.changes = changes;
        undone = Instant.EPOCH;
    }

    void undo(Actor actor, Instant now) {
        undone = now.truncatedTo(ChronoUnit.MILLIS);
        undoneBy = actor.id();
        touch(now);
    }

    UUID account() {
        return accountId;
    }

    UUID authority() {
        return authorityId;
    }

    String mergedBy() {
        return mergedBy;
    }

    String changes() {
        return changes;
    }

    Optional<Instant> undone() {
        return Optional.of(undone).filter(Instant.EPOCH::isBefore);
    }

    Optional<String> undoneBy() {
        return Optional.ofNullable(undoneBy);
    }
}
