package com.xpkit.sociallink.platform.listing;

/** The search of a list. */
@FunctionalInterface
public interface Search {

    /**
     * JPQL that is true if a text matches the search.
     *
     * @param path JPQL of the text; a null never matches
     */
    String in(String path);
}
