package com.xpkit.sociallink.profile.merge;

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

/** One value inside the changes of a merge's record. */
@Entity
@IdClass(MergeIndexedValue.Key.class)
@Table(name = "merge_indexed_value")
public class MergeIndexedValue extends IndexedValueRow {

    @Id
    @Column(name = "merge_id")
    private UUID mergeId;

    protected MergeIndexedValue() {}

    MergeIndexedValue(Merge merge, IndexedValue indexed) {
        super(merge.account(), indexed);
        mergeId = merge.id();
    }

    /** The class of a composite key, as Jakarta Persistence requires. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID mergeId;
        private String path;
        private String value;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.mergeId.equals(mergeId)
                    && key.path.equals(path)
                    && key.value.equals(value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(mergeId, path, value);
        }
    }
}
