package com.xpkit.sociallink.platform.storage;

import com.xpkit.sociallink.platform.h2.H2Address;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The file of the embedded database, if the settings name one: not for a server's own data source. It only grows while it is
 * open, because H2 must not overwrite parts of it (docs/adr/0053).
 */
@ApplicationScoped
public class H2File {

    @Inject DatabaseSettings settings;

    H2Turns turns = H2Turns.OF_SETTINGS;

    /** In bytes; empty if there is no such file, or not yet. */
    public OptionalLong size() {
        var size = settings.findH2().flatMap(H2Address::file).map(H2File::size).orElse(-1L);
        return size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
    }

    /** Not by opening it: that would give up H2's lock when it is closed. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException notThere) {
            return -1;
        }
    }

    /** Whether the service's transactions can be paused: Open Liberty opens the database by itself. */
    public boolean isPausable() {
        return SettingsDataSource.isInUse();
    }

    /**
     * Writes the file anew, without what is not used any more. Transactions that run are waited for, and new ones wait until
     * it is done. H2 writes a copy and gives it the file's name at the end, so a kill in the middle loses nothing. Its open
     * connections are closed.
     *
     * @param atMost how long to wait for transactions
     * @return false if some still ran after that time; then nothing was done
     * @throws SQLException if another process has the file, or the database cannot be opened
     */
    public boolean compact(Duration atMost) throws SQLException {
        if (!turns.pause(atMost)) {
            return false;
        }
        try (var connection = SettingsDataSource.of(settings).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
            return true;
        } finally {
            turns.resume();
        }
    }
}
