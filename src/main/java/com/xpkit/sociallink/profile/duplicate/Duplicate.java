package com.xpkit.sociallink.profile.duplicate;

import com.xpkit.sociallink.kernel.Owned;
import com.xpkit.sociallink.platform.storage.HashedId;
import com.xpkit.sociallink.platform.storage.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two profiles with the same unionid. */
@Entity
@Table(name = "profile_duplicate")
public class Duplicate extends Stored implements Owned {

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "profile_id")
    private UUID profileId;

    @Column(name = "other_id")
    private UUID otherId;

    private String unionid;

    protected Duplicate() {}

    Duplicate(UUID account, UUID one, UUID two, String unionid, Instant now) {
        super(id(one, two), now);
        accountId = account;
        profileId = sorted(one, two).findFirst().orElseThrow();
        otherId = sorted(one, two).skip(1).findFirst().orElseThrow();
        this.unionid = unionid;
    }

    /** The id is the same whichever profile comes first: two nodes that note the pair at once make one row. */
    static UUID id(UUID one, UUID two) {
        var pair = sorted(one, two).map(UUID::toString).collect(Collectors.joining(" "));
        return HashedId.of(pair);
    }

    private static Stream<UUID> sorted(UUID one, UUID two) {
        return Stream.of(one, two).sorted(Comparator.comparing(UUID::toString));
    }

    @Override
    public UUID account() {
        return accountId;
    }

    UUID profile() {
        return profileId;
    }

    UUID other() {
        return otherId;
    }

    String unionid() {
        return unionid;
    }
}
