package com.xpkit.sociallink.account;

import com.xpkit.sociallink.kernel.Owned;
import com.xpkit.sociallink.platform.storage.Stored;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A customer of the operator. It owns apps, configurations and profiles. */
@Entity
@Table(name = "account")
public class Account extends Stored implements Owned {

    private String name;

    protected Account() {}

    Account(String name, Instant now) {
        super(now);
        this.name = name;
    }

    void rename(String name, Instant now) {
        if (!name.equals(this.name)) {
            this.name = name;
            touch(now);
        }
    }

    @Override
    public UUID account() {
        return id();
    }

    String name() {
        return name;
    }
}
