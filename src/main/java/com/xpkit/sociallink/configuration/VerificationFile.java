package com.xpkit.sociallink.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A file that WeChat requests at our root, to check that the domain belongs to the brand. */
@Entity
@Table(name = "verification_file")
public class VerificationFile {

    @Id private String name;

    /** The owner of the name: the first account that used it. */
    @Column(name = "account_id")
    private UUID accountId;

    private String contents;

    protected VerificationFile() {}

    VerificationFile(String name, String contents) {
        this.name = name;
        this.contents = contents;
    }

    VerificationFile ownedBy(UUID account) {
        accountId = account;
        return this;
    }

    boolean isOf(UUID account) {
        return accountId.equals(account);
    }

    void rewrite(String contents) {
        this.contents = contents;
    }

    String name() {
        return name;
    }

    String contents() {
        return contents;
    }
}
