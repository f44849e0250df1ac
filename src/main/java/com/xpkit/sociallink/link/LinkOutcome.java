package com.xpkit.sociallink.link;

import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.platform.storage.OptionalId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The outcome of a flow, stored for its later callbacks. It is either the flow's profile, which answers all of them, or the
 * state of one code. The code was refused, which answers only that code, or it is being exchanged. Because of the key, a flow
 * can have one profile, and rows of its codes can neither replace nor block it.
 */
@Entity
@IdClass(LinkOutcome.Key.class)
@Table(name = "link_outcome")
public class LinkOutcome {

    @Id private UUID state;

    /** See {@link OptionalId}: absent in the row of a flow's profile. */
    @Id private UUID code;

    @Column(name = "linked_code")
    private UUID linkedCode = OptionalId.NONE;

    @Column(name = "profile_id")
    private UUID profileId = OptionalId.NONE;

    @Column(name = "error_code")
    private Integer errorCode;

    @Column(name = "exchanging_until")
    private Instant exchangingUntil;

    protected LinkOutcome() {}

    private LinkOutcome(Flow flow, UUID code) {
        state = stateOf(flow);
        this.code = code;
    }

    static LinkOutcome linked(FlowCode code, UUID profile) {
        var outcome = new LinkOutcome(code.flow(), OptionalId.NONE);
        outcome.linkedCode = code.hash();
        outcome.profileId = profile;
        return outcome;
    }

    /** The code is spent, but there is no profile. */
    static LinkOutcome refused(FlowCode code, LinkError error) {
        var outcome = new LinkOutcome(code.flow(), code.hash());
        outcome.errorCode = error.code();
        return outcome;
    }

    /**
     * A callback is exchanging the code.
     *
     * @param until when it is over at the latest, even if its node has died
     */
    static LinkOutcome exchanging(FlowCode code, Instant until) {
        var outcome = new LinkOutcome(code.flow(), code.hash());
        outcome.exchangingUntil = until;
        return outcome;
    }

    /** Sorts the flow's own outcomes first, and a profile before a refusal. */
    static Comparator<LinkOutcome> nearestTo(Flow flow) {
        return Comparator.comparing((LinkOutcome outcome) -> !outcome.isOf(flow))
                .thenComparing(outcome -> outcome.linked().isEmpty());
    }

    boolean isOf(Flow flow) {
        return stateOf(flow).equals(state);
    }

    /** The state as it is stored. */
    static UUID stateOf(Flow flow) {
        return stateOf(flow.state());
    }

    /**
     * @param hex 32 hexadecimal digits
     */
    static UUID stateOf(String hex) {
        return new UUID(
                HexFormat.fromHexDigitsToLong(hex, 0, 16),
                HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    /** Whether it explains the code: as an outcome of the code's flow, or because another flow spent the code. */
    boolean explains(FlowCode code) {
        return linked().isPresent()
                ? isOf(code.flow()) || code.hash().equals(linkedCode)
                : errorCode != null && isAbout(code) && (isOf(code.flow()) || !isOfAnInvalidCode());
    }

    /** Whether it is a row of this code, in any flow. */
    boolean isAbout(FlowCode code) {
        return code.hash().equals(this.code);
    }

    /** Whether WeChat said that the code is invalid, so no flow has spent it. */
    boolean isOfAnInvalidCode() {
        return errorCode != null && errorCode == LinkError.NO_TOKEN.code();
    }

    /** Whether a callback may still lead to an outcome that answers or explains this code. */
    boolean promises(FlowCode code, Instant now) {
        return exchangingUntil != null
                && now.isBefore(exchangingUntil)
                && (isOf(code.flow()) || isAbout(code));
    }

    Optional<UUID> linked() {
        return OptionalId.read(profileId);
    }

    /** The result for a callback whose code it explains. */
    ExchangeResult result() {
        return linked().<ExchangeResult>map(ExchangeResult.Linked::new)
                .orElseGet(() -> new ExchangeResult.Refused(LinkError.of(errorCode), "as before"));
    }

    /** The primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID state;
        private UUID code;

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
