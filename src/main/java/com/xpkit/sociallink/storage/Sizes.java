package com.xpkit.sociallink.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How the database tells the size of a long text without reading it. */
@ApplicationScoped
public class Sizes {

    @Inject Database database;

    /**
     * JPQL of a number: about how many bytes the text has, or characters on H2; null for null.
     *
     * @param text a path of type string
     */
    public String of(String text) {
        return database.product().size(text);
    }
}
