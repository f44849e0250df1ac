package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.storage.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A visitor of one account. */
@Entity
@Table(name = "profile")
public class Profile extends Stored {

    @Column(name = "account_id")
    private String accountId;

    private String gender;
    private String city;
    private String province;
    private String country;

    @OneToMany(mappedBy = "profile")
    @OrderBy("added")
    private List<ProfileKey> keys = new ArrayList<>();

    protected Profile() {}

    Profile(UUID account, Instant now) {
        super(UUID.randomUUID(), now);
        accountId = account.toString();
    }

    /** Takes over what the visitor told; what they did not tell stays. Whether anything is new. */
    boolean learn(LinkedVisitor visitor) {
        var before = List.of(text(gender), text(city), text(province), text(country));
        gender = visitor.gender().orElse(gender);
        city = visitor.city().orElse(city);
        province = visitor.province().orElse(province);
        country = visitor.country().orElse(country);
        return !before.equals(List.of(text(gender), text(city), text(province), text(country)));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    void changed(Instant now) {
        touch(now);
    }

    UUID account() {
        return UUID.fromString(accountId);
    }

    List<ProfileKey> keys() {
        return keys;
    }

    String gender() {
        return gender;
    }

    String city() {
        return city;
    }

    String province() {
        return province;
    }

    String country() {
        return country;
    }
}
