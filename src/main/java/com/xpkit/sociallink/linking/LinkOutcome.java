package com.xpkit.sociallink.linking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What became of a flow, for its later callbacks. The state is the key: a flow has one outcome. */
@Entity
@Table(name = "link_outcome")
public class LinkOutcome {

    @Id private String state;

    @Column(name = "profile_id")
    private String profileId;

    @Column(name = "error_code")
    private Integer errorCode;

    private Instant expires;

    protected LinkOutcome() {}

    LinkOutcome(String state, UUID profile, Instant expires) {
        this.state = state;
        this.expires = expires;
        profileId = profile.toString();
    }

    /** The code is spent, but there is no profile: later callbacks need not ask WeChat again. */
    LinkOutcome(String state, LinkError error, Instant expires) {
        this.state = state;
        this.expires = expires;
        errorCode = error.code();
    }

    /**
     * @throws LinkRefused when the outcome was an error
     */
    UUID profile() {
        return Optional.ofNullable(profileId)
                .map(UUID::fromString)
                .orElseThrow(
                        () -> new LinkRefused(LinkError.of(errorCode), "as the first callback"));
    }
}
