package com.xpkit.sociallink.advisory;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Where records in OSV's format come from. */
interface OsvSource {

    /**
     * At least the records that name one of the libraries in any version; more records do no harm.
     *
     * @throws IOException when they cannot be read completely
     */
    List<OsvRecord> records(Collection<Coordinates> libraries) throws IOException;

    /** For the file, so that readers know where its contents come from. */
    String name();
}
