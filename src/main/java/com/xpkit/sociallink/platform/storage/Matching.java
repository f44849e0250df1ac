package com.xpkit.sociallink.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How the database matches texts with regular expressions; JPQL has no operator for that. */
@ApplicationScoped
public class Matching {

    @Inject Database database;

    /**
     * JPQL that is true when any part of a text matches. MariaDB compares the pattern with bytes, so a set in brackets,
     * or a repetition, may contain only ASCII characters.
     *
     * @param text a path of type string; for null the result is unknown
     * @param pattern a parameter's place, such as {@code :p3}
     */
    public String of(String text, String pattern) {
        return database.product().matching(text, pattern);
    }
}
