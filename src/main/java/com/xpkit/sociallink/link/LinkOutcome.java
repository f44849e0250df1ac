package com.xpkit.sociallink.link;

import com.xpkit.sociallink.link.flow.Flow;
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
 * What a flow came to, for its later callbacks: its profile, which answers all of them, or what became of one
 * code: it was refused, which answers that code alone, or it is being exchanged. The key lets a flow have one
 * profile, and rows of its codes that can neither replace it nor be in its way.
 */
@Entity
@IdClass(LinkOutcome.Key.class)
@Table(name = "link_outcome")
public class LinkOutcome {

    /** In place of a code, in the row of a flow's profile. */
    private static final String NONE = "";

    @Id private String state;

    @Id private String code;

    @Column(name = "linked_code")
    private String linkedCode;

    @Column(name = "profile_id")
    private String profileId;

    @Column(name = "error_code")
    private Integer errorCode;

    @Column(name = "exchanging_until")
    private Instant exchangingUntil;

    private Instant expires;

    protected LinkOutcome() {}

    private LinkOutcome(Flow flow, String code, Instant expires) {
        state = flow.state();
        this.code = code;
        this.expires = expires;
    }

    static LinkOutcome linked(FlowCode code, UUID profile, Instant expires) {
        var outcome = new LinkOutcome(code.flow(), NONE, expires);
        outcome.linkedCode = code.hash();
        outcome.profileId = profile.toString();
        return outcome;
    }

    /** The code is spent, but there is no profile. */
    static LinkOutcome refused(FlowCode code, LinkError error, Instant expires) {
        var outcome = new LinkOutcome(code.flow(), code.hash(), expires);
        outcome.errorCode = error.code();
        return outcome;
    }

    /**
     * A callback is exchanging the code.
     *
     * @param until when it has ended, whatever became of its node
     */
    static LinkOutcome exchanging(FlowCode code, Instant until, Instant expires) {
        var outcome = new LinkOutcome(code.flow(), code.hash(), expires);
        outcome.exchangingUntil = until;
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
        return linked().isPresent()
                ? isOf(code.flow()) || code.hash().equals(linkedCode)
                : errorCode != null && isAbout(code) && (isOf(code.flow()) || !isOfAnInvalidCode());
    }

    /** Whether it is the row of this code, in whatever flow. */
    boolean isAbout(FlowCode code) {
        return code.hash().equals(this.code);
    }

    /** Whether WeChat said that the code is none: no flow has spent it. */
    boolean isOfAnInvalidCode() {
        return errorCode != null && errorCode == LinkError.NO_TOKEN.code();
    }

    /** Whether a callback may lead to a profile yet that answers this code, or explains it. */
    boolean promises(FlowCode code, Instant now) {
        return exchangingUntil != null
                && now.isBefore(exchangingUntil)
                && (isOf(code.flow()) || isAbout(code));
    }

    Optional<UUID> linked() {
        return Optional.ofNullable(profileId).map(UUID::fromString);
    }

    /** What it means for a callback whose code it explains. */
    ExchangeResult result() {
        return linked().<ExchangeResult>map(ExchangeResult.Linked::new)
                .orElseGet(() -> new ExchangeResult.Refused(LinkError.of(errorCode), "as before"));
    }

    /** What Jakarta Persistence asks of a key of several columns. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String state;
        private String code;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.state.equals(state) && key.code.equals(code);
        }

        @Override
        public int hashCode() {
            return Objects.hash(state, code);
        }
    }
}
