package com.xpkit.sociallink.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A data source of the server's own instead of the service's settings: {@code -Dit.data-source=server}.
 *
 * @param url of a PostgreSQL
 */
record ServersDataSource(String url, String user, String password) {

    private static final String URL = "SOCIALLINK_DB_URL";
    private static final String USER = "SOCIALLINK_DB_USER";
    private static final String PASSWORD = "SOCIALLINK_DB_PASSWORD";

    /** For the database that the settings name; empty if the run does not test such data sources. */
    static Optional<ServersDataSource> of(Map<String, String> settings) {
        return isWanted()
                ? Optional.of(
                        new ServersDataSource(
                                settings.get(URL), settings.get(USER), settings.get(PASSWORD)))
                : Optional.empty();
    }

    static boolean isWanted() {
        return System.getProperty("it.data-source", "settings").equals("server");
    }

    /** The service's settings once the server has a data source of this name; the password is for the server. */
    Map<String, String> instead(Map<String, String> settings, String name) {
        var others = new TreeMap<>(settings);
        others.keySet().removeAll(List.of(URL, USER));
        others.put("SOCIALLINK_DB_DATA_SOURCE", name);
        return others;
    }

    /** The operator's file with this database's address and user, as its comments ask for. */
    String changed(Path operators) throws IOException {
        return Files.readString(operators)
                .replace("db.example.com:5432", address())
                .replace("db.example.com:portNumber=5432", address().replace(":", ":portNumber="))
                .replace("user-name=sociallink", "user-name=" + user)
                .replace("User=sociallink", "User=" + user);
    }

    private String address() {
        return url.replaceFirst("jdbc:postgresql://([^/]*)/sociallink", "$1");
    }

    /** Copies it out of the WAR into a directory. */
    static Path driver(Path directory) throws IOException {
        return Instance.copyDrivers("postgresql-*.jar", directory).get(0);
    }
}
