package com.xpkit.sociallink.platform.upkeep;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When a node may next run a chore that only one node runs. While a node runs it, this is the end of its lease. */
@Entity
@Table(name = "upkeep_lease")
public class ChoreLease {

    @Id private String chore;

    private Instant due;

    protected ChoreLease() {}

    ChoreLease(String chore, Instant due) {
        this.chore = chore;
        this.due = due;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(due);
    }
}
