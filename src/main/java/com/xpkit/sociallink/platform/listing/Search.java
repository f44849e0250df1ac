package com.xpkit.sociallink.platform.listing;

/** What a list is searched for. */
@FunctionalInterface
public interface Search {

    /**
     * JPQL that holds when a text holds what is searched for.
     *
     * @param path JPQL of the text; where it is null nothing is found
     */
    String in(String path);
}
