package com.xpkit.sociallink.database;

import java.nio.file.Path;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the server that a profile has chosen before the first test of a run, at the port that the packaged service
 * is configured with, and stops it after the last. Without such a profile the service has an H2 file, and nothing is
 * started.
 */
public final class DatabaseOfTheRun implements LauncherSessionListener {

    private static final String CHOSEN = "it.database";
    private static final String MARIADB = "mariadb";
    private static final String GALERA = "galera";

    /** Each process unpacks its own. */
    private static final Path PROGRAMS =
            Path.of("target", "mariadb", System.getProperty("it.process", "process-1"))
                    .toAbsolutePath();

    private DatabaseServer server;

    /** Whether this run tests MariaDB, including where tests start servers of their own. */
    public static boolean isMariaDb() {
        return System.getProperty(CHOSEN, "").equals(MARIADB) || isGalera();
    }

    /** Whether tests that start servers of their own start three members of a Galera; there is no profile for it. */
    public static boolean isGalera() {
        return System.getProperty(CHOSEN, "").equals(GALERA);
    }

    public static MariaDb mariaDb(int port) {
        return new MariaDb(PROGRAMS, port);
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        switch (System.getProperty(CHOSEN, "")) {
            case MARIADB -> make(mariaDb(port()));
            case "postgresql" -> make(new PostgreSql(port(), Map.of()));
            default -> {}
        }
    }

    private void make(DatabaseServer chosen) {
        server = chosen;
        server.make(Database.NAME);
    }

    private static int port() {
        return Integer.getInteger("it.database.port");
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (server != null) {
            server.close();
        }
    }
}
