package com.xpkit.sociallink.profile.merge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** A profile that was merged into another, as it was before. */
@Entity
@IdClass(MergedProfile.Key.class)
@Table(name = "merged_profile")
public class MergedProfile {

    @Id
    @Column(name = "merge_id")
    private UUID mergeId;

    @Id
    @Column(name = "profile_id")
    private UUID profileId;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "survivor_id")
    private UUID survivorId;

    @Column(name = "is_undone")
    private boolean isUndone;

    /** The complete resource as the API showed it. */
    private String document;

    protected MergedProfile() {}

    MergedProfile(Merge merge, UUID profile, String document) {
        mergeId = merge.id();
        profileId = profile;
        accountId = merge.account();
        survivorId = merge.authority();
        this.document = document;
    }

    /** Marks it as a separate profile again. */
    void undo() {
        isUndone = true;
    }

    UUID merge() {
        return mergeId;
    }

    UUID profile() {
        return profileId;
    }

    UUID account() {
        return accountId;
    }

    UUID survivor() {
        return survivorId;
    }

    String document() {
        return document;
    }

    /** The class of a composite key, as Jakarta Persistence requires. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID mergeId;
        private UUID profileId;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.mergeId.equals(mergeId)
                    && key.profileId.equals(profileId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(mergeId, profileId);
        }
    }
}
