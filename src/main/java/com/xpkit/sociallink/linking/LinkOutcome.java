package com.xpkit.sociallink.linking;

import com.xpkit.sociallink.flow.Flow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a flow came to, for its later callbacks: its profile, which answers all of them, or the refusal of one
 * code, which answers that code alone. The key lets a flow have one profile, and any number of refusals that
 * can neither replace it nor be in its way.
 */
@Entity
@IdClass(LinkOutcome.Key.class)
@Table(name = "link_outcome")
public class LinkOutcome {

    /** In place of a refused code, in the row of a flow's profile. */
    static final String NONE = "";

    @Id private String state;

    @Id
    @Column(name = "refused_code")
    private String refusedCode;

    @Column(name = "linked_code")
    private String linkedCode;

    @Column(name = "profile_id")
    private String profileId;

    @Column(name = "error_code")
    private Integer errorCode;

    private Instant expires;

    protected LinkOutcome() {}

    private LinkOutcome(FlowCode code, String refusedCode, Instant expires) {
        state = code.flow().state();
        this.refusedCode = refusedCode;
        this.expires = expires;
    }

    static LinkOutcome linked(FlowCode code, UUID profile, Instant expires) {
        var outcome = new LinkOutcome(code, NONE, expires);
        outcome.linkedCode = code.hash();
        outcome.profileId = profile.toString();
        return outcome;
    }

    /** The code is spent, but there is no profile. */
    static LinkOutcome refused(FlowCode code, LinkError error, Instant expires) {
        var outcome = new LinkOutcome(code, code.hash(), expires);
        outcome.errorCode = error.code();
        return outcome;
    }

    /** The flow's own first, and its profile before a refusal. */
    static Comparator<LinkOutcome> nearestTo(Flow flow) {
        return Comparator.comparing((LinkOutcome outcome) -> !outcome.isOf(flow))
                .thenComparing(outcome -> outcome.linked().isEmpty());
    }

    boolean isOf(Flow flow) {
        return flow.state().equals(state);
    }

    /** Whether it tells what became of the code: as an outcome of its flow, or because another flow spent it. */
    boolean explains(FlowCode code) {
        return code.hash().equals(linked().isPresent() ? linkedCode : refusedCode)
                || isOf(code.flow()) && linked().isPresent();
    }

    Optional<UUID> linked() {
        return Optional.ofNullable(profileId).map(UUID::fromString);
    }

    /**
     * @throws LinkRefused when the code was refused
     */
    UUID profile() {
        return linked().orElseThrow(() -> new LinkRefused(LinkError.of(errorCode), "as before"));
    }

    /** What Jakarta Persistence asks of a key of several columns. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String state;
        private String refusedCode;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.state.equals(state)
                    && key.refusedCode.equals(refusedCode);
        }

        @Override
        public int hashCode() {
            return Objects.hash(state, refusedCode);
        }
    }
}
