package com.xpkit.sociallink.platform.sealing;

import java.util.List;

/** A column of the database with sealed texts. All are sealed for one purpose, and each for its own row. */
public interface SealedTexts {

    Purpose purpose();

    /** The column, for those who read another database than the service's own. */
    SealedColumn column();

    /** All texts of the column. */
    List<SealedText> all();

    /** Does nothing if the text has changed since it was read, because several nodes may do this at once. */
    void replace(SealedText old, String sealed);

    /** Logs that no key of the settings opens the row's text, and what does not work because of that. */
    void warn(String row);
}
