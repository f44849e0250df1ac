package com.xpkit.sociallink.start;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity, so that persistence has one to find. */
@Entity
public class StoredRedirect {

    @Id private int id;

    private String address;

    String address() {
        return address;
    }
}
