package com.xpkit.sociallink.platform.storage;

import com.xpkit.sociallink.platform.h2.H2Address;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The database in use, as it identifies itself: a server's own data source can replace the one that {@link
 * DatabaseSettings} describes.
 */
@ApplicationScoped
public class Database {

    @Resource(lookup = "java:app/env/jdbc/sociallink")
    DataSource dataSource;

    private String url;

    protected Database() {}

    /**
     * Checks the settings first, so that a wrong one is reported as such and not as a data source without connections.
     */
    @Inject
    public Database(DatabaseSettings settings) {
        settings.check();
    }

    /** A database whose URL is already known. */
    public Database(String url) {
        this.url = url;
    }

    /**
     * @throws IllegalStateException when it is out of reach, or not a supported product
     */
    public DatabaseProduct product() {
        return DatabaseProduct.of(url())
                .orElseThrow(() -> new IllegalStateException("The database is an unknown one."));
    }

    /** Whether only this node can use it: an H2 database in a file or in memory. */
    public boolean isOwn() {
        return product() == DatabaseProduct.H2 && new H2Address(url()).isOwn();
    }

    /** The directory of an H2 file; empty for a database that is in memory or elsewhere. */
    public Optional<Path> directory() {
        return isOwn() ? new H2Address(url()).file().map(Path::getParent) : Optional.empty();
    }

    /** Asked once: it stays the same as long as the service runs. */
    private synchronized String url() {
        if (url == null) {
            url = ask();
        }
        return url;
    }

    private String ask() {
        try (var connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException away) {
            throw new IllegalStateException("The database is out of reach.", away);
        }
    }
}
