package com.xpkit.sociallink.platform.sealing;

import java.util.List;

/** A column of the database whose texts are sealed for one purpose, each for its own row. */
public interface SealedTexts {

    Purpose purpose();

    /** All that there are. */
    List<SealedText> all();

    /** Unless the text has changed since it was read: several nodes may do this at once. */
    void replace(SealedText old, String sealed);

    /** Logs that no key of the settings opens the row's text, and what does not work for that reason. */
    void warn(String row);
}
