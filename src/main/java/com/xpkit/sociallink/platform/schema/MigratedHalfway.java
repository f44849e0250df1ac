package com.xpkit.sociallink.platform.schema;

/**
 * A migration failed, now or at an earlier start, on a database that commits each change of a table at once (MariaDB, H2).
 * A part of it may stay, and nobody but an operator can remove it.
 */
public final class MigratedHalfway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigratedHalfway(String version, Throwable cause) {
        super(
                "The database is halfway to version "
                        + version
                        + " of the schema: the migration failed, or its node was killed before its"
                        + " end, and the database cannot undo a part of it. Restore the backup from"
                        + " before the upgrade. If this is a new installation, make a new, empty"
                        + " database.",
                cause);
    }
}
