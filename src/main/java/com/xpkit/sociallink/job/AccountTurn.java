package com.xpkit.sociallink.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** When a node last took a job of an account, for each {@link Deed}. An account has both rows from the start. */
@Entity
@IdClass(AccountTurn.Key.class)
@Table(name = "account_turn")
public class AccountTurn {

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Id private String deed;

    private Instant taken;

    protected AccountTurn() {}

    /** For an account that never had a turn. It comes before all others. */
    AccountTurn(UUID account, Deed deed) {
        accountId = account;
        this.deed = deed.word();
        taken = Instant.EPOCH;
    }

    /** The primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID accountId;
        private String deed;

        public Key() {}

        Key(UUID account, Deed deed) {
            accountId = account;
            this.deed = deed.word();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.accountId.equals(accountId)
                    && key.deed.equals(deed);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, deed);
        }
    }
}
