package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.platform.listing.document.IndexedValue;
import com.xpkit.sociallink.platform.listing.document.IndexedValueRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** One value inside a profile's document. */
@Entity
@IdClass(ProfileIndexedValue.Key.class)
@Table(name = "profile_indexed_value")
public class ProfileIndexedValue extends IndexedValueRow {

    @Id
    @Column(name = "profile_id")
    private UUID profileId;

    protected ProfileIndexedValue() {}

    ProfileIndexedValue(Profile profile, IndexedValue indexed) {
        super(profile.account(), indexed);
        profileId = profile.id();
    }

    /** The class of a composite key, as Jakarta Persistence requires. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID profileId;
        private String path;
        private String value;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.profileId.equals(profileId)
                    && key.path.equals(path)
                    && key.value.equals(value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(profileId, path, value);
        }
    }
}
