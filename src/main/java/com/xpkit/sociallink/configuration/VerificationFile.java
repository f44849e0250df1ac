package com.xpkit.sociallink.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A file that WeChat asks for at our root, to see that the domain is the brand's. */
@Entity
@Table(name = "verification_file")
public class VerificationFile {

    @Id private String name;

    /** Whose the name is: the account that had it first. */
    @Column(name = "account_id")
    private String accountId;

    private String contents;

    protected VerificationFile() {}

    VerificationFile(String name, String contents) {
        this.name = name;
        this.contents = contents;
    }

    VerificationFile ownedBy(UUID account) {
        accountId = account.toString();
        return this;
    }

    boolean isOf(UUID account) {
        return accountId.equals(account.toString());
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
