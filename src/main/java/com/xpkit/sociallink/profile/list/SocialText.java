package com.xpkit.sociallink.profile.list;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** A text of a social entry, wherever it is stored: a view, only for queries. */
@Entity
@IdClass(SocialText.Key.class)
@Table(name = "social_text")
public class SocialText {

    @Id
    @Column(name = "profile_id")
    private UUID profileId;

    @Id private String path;

    @Id
    @Column(name = "text_value")
    private String text;

    @Column(name = "account_id")
    private UUID accountId;

    protected SocialText() {}

    /** The class of a composite key, as Jakarta Persistence requires. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID profileId;
        private String path;
        private String text;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.profileId.equals(profileId)
                    && key.path.equals(path)
                    && key.text.equals(text);
        }

        @Override
        public int hashCode() {
            return Objects.hash(profileId, path, text);
        }
    }
}
