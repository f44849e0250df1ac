package com.xpkit.sociallink.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import javax.sql.DataSource;

/**
 * The database in use, as it tells itself: a server's own data source can stand in for the one that
 * {@link DatabaseSettings} describes.
 */
@ApplicationScoped
public class Database {

    private static final String H2 = "jdbc:h2:";

    @Resource(name = "java:app/env/jdbc/sociallink")
    DataSource dataSource;

    private Told told;

    private record Told(String product, String url) {}

    protected Database() {}

    /** A setting that is wrong is told as such, not as a data source without connections. */
    @Inject
    public Database(DatabaseSettings settings) {
        settings.check();
    }

    /** One that has told of itself already. */
    public Database(String product, String url) {
        told = new Told(product, url);
    }

    public boolean isH2() {
        return told().product().equals("H2");
    }

    public boolean isPostgreSql() {
        return told().product().equals("PostgreSQL");
    }

    /** Whether no other node can use it: an H2 database in a file or in memory. */
    public boolean isOwn() {
        return isH2() && !told().url().matches(H2 + "(tcp|ssl):.*");
    }

    /** The directory of an H2 file; empty for a database that is in memory or elsewhere. */
    public Optional<Path> directory() {
        if (!isOwn() || told().url().startsWith(H2 + "mem:")) {
            return Optional.empty();
        }
        var file = told().url().substring(H2.length());
        var path = file.replaceFirst("^file:", "").replaceFirst(";.*$", "");
        return Optional.of(Path.of(path.replaceFirst("^~", home())))
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .map(Path::getParent);
    }

    private static String home() {
        return Matcher.quoteReplacement(System.getProperty("user.home"));
    }

    /** Asked once: it is the same as long as the service runs. */
    private synchronized Told told() {
        if (told == null) {
            told = ask();
        }
        return told;
    }

    private Told ask() {
        try (var connection = dataSource.getConnection()) {
            var about = connection.getMetaData();
            return new Told(about.getDatabaseProductName(), about.getURL());
        } catch (SQLException away) {
            throw new IllegalStateException("The database is out of reach.", away);
        }
    }
}
