package com.xpkit.sociallink.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** One value inside a profile's document, for lists to filter and order by. */
@Entity
@IdClass(ProfileMember.Key.class)
@Table(name = "profile_member")
public class ProfileMember {

    @Id
    @Column(name = "profile_id")
    private String profileId;

    /** Tells the values of a profile apart. */
    @Id private int place;

    @Column(name = "account_id")
    private String accountId;

    private String path;

    @Column(name = "member_value")
    private String value;

    @Column(name = "long_text")
    private String longText;

    protected ProfileMember() {}

    ProfileMember(Profile profile, int place, MemberValue member) {
        profileId = profile.id().toString();
        accountId = profile.account().toString();
        this.place = place;
        path = member.path();
        value = member.value();
        longText = member.longText();
    }

    MemberValue member() {
        return new MemberValue(path, value, longText);
    }

    int place() {
        return place;
    }

    /** What Jakarta Persistence asks of a key of several columns. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String profileId;
        private int place;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.profileId.equals(profileId)
                    && key.place == place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(profileId, place);
        }
    }
}
