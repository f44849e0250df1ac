package com.xpkit.sociallink.platform.sealing;

/**
 * A sealed text of the database.
 *
 * @param row the id of its row, for which it is sealed
 */
public record SealedText(String row, String text) {}
