package com.xpkit.sociallink.platform.sealing;

import java.util.UUID;

/**
 * A sealed text in the database.
 *
 * @param row the id of its row; the text is sealed for that row
 */
public record SealedText(UUID row, String text) {}
