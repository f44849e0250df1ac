package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.kernel.Owned;
import com.xpkit.sociallink.platform.storage.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A visitor of one account. */
@Entity
@Table(name = "profile")
public class Profile extends Stored implements Owned {

    @Column(name = "account_id")
    private UUID accountId;

    private String gender;
    private String city;
    private String province;
    private String country;

    /** The members without their own column: a JSON object, or null. */
    private String document;

    @OneToMany(mappedBy = "profile")
    @OrderBy("added")
    private List<ProfileKey> keys = new ArrayList<>();

    protected Profile() {}

    public Profile(UUID account, Instant now) {
        super(now);
        accountId = account;
    }

    /** For a profile that existed before and was merged into another. */
    public Profile(UUID account, UUID id, Instant created, Instant lastModified) {
        super(id, created, lastModified);
        accountId = account;
    }

    /** Adds what a link learned about the visitor; absent values stay as they are. Returns whether anything changed. */
    boolean learn(LinkedVisitor visitor) {
        var before = columns();
        gender = visitor.gender().orElse(gender);
        city = visitor.city().orElse(city);
        province = visitor.province().orElse(province);
        country = visitor.country().orElse(country);
        return !before.equals(columns());
    }

    /** Replaces the content with the written form. Returns whether anything changed. */
    boolean become(ProfileForm written) {
        var before = columns();
        gender = written.gender().orElse(null);
        city = written.city().orElse(null);
        province = written.province().orElse(null);
        country = written.country().orElse(null);
        document = written.documentText().orElse(null);
        return !before.equals(columns());
    }

    private List<String> columns() {
        return Arrays.asList(gender, city, province, country, document);
    }

    void changed(Instant now) {
        touch(now);
    }

    void gain(ProfileKey key) {
        keys.add(key);
    }

    void lose(ProfileKey key) {
        keys.remove(key);
    }

    void sortKeys() {
        keys.sort(ProfileKey.BY_JOINING);
    }

    @Override
    public UUID account() {
        return accountId;
    }

    /** The social entries of its OpenIDs; null for an OpenID without one. */
    List<SocialEntry> entries() {
        return keys.stream().map(ProfileKey::entry).toList();
    }

    public List<ProfileKey> keys() {
        return List.copyOf(keys);
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

    String document() {
        return document;
    }

    boolean hasOtherDocument(ProfileForm written) {
        return !Objects.equals(document, written.documentText().orElse(null));
    }
}
