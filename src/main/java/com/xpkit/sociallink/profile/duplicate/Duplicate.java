package com.xpkit.sociallink.profile.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.kernel.Owned;
import com.xpkit.sociallink.platform.storage.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** Two profiles with the same unionid. */
@Entity
@Table(name = "profile_duplicate")
public class Duplicate extends Stored implements Owned {

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "profile_id")
    private String profileId;

    @Column(name = "other_id")
    private String otherId;

    private String unionid;

    protected Duplicate() {}

    Duplicate(UUID account, UUID one, UUID two, String unionid, Instant now) {
        super(id(one, two), now);
        accountId = account.toString();
        profileId = sorted(one, two).findFirst().orElseThrow();
        otherId = sorted(one, two).skip(1).findFirst().orElseThrow();
        this.unionid = unionid;
    }

    /** The id is the same whichever profile comes first: two nodes that note the pair at once make one row. */
    static UUID id(UUID one, UUID two) {
        var pair = String.join(" ", sorted(one, two).toList());
        return UUID.nameUUIDFromBytes(pair.getBytes(UTF_8));
    }

    private static Stream<String> sorted(UUID one, UUID two) {
        return Stream.of(one, two).map(UUID::toString).sorted();
    }

    @Override
    public UUID account() {
        return UUID.fromString(accountId);
    }

    String profile() {
        return profileId;
    }

    String other() {
        return otherId;
    }

    String unionid() {
        return unionid;
    }
}
