package com.xpkit.sociallink.configuration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A file that WeChat asks for at our root, to see that the domain is the brand's. */
@Entity
@Table(name = "verification_file")
public class VerificationFile {

    @Id private String name;

    private String contents;

    protected VerificationFile() {}

    VerificationFile(String name, String contents) {
        this.name = name;
        this.contents = contents;
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
