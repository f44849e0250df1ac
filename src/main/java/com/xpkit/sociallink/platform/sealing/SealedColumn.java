package com.xpkit.sociallink.platform.sealing;

/**
 * Where sealed texts are in the database.
 *
 * @param row the column with the id of the row, for which the text is sealed
 * @param text the column with the text; null in rows without one
 */
public record SealedColumn(String table, String row, String text) {}
