package com.xpkit.sociallink.platform.schema;

import java.time.Duration;

/** Another node has migrated for so long that this one gives up its start. */
public final class StillMigrating extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StillMigrating(Duration patience) {
        super(
                "Another node is still migrating the database after "
                        + patience.toMinutes()
                        + " minutes. Start this node when that one is ready.");
    }
}
