package com.xpkit.sociallink.storage;

import com.xpkit.sociallink.settings.CheckedSettings;
import com.xpkit.sociallink.settings.InvalidSetting;
import com.xpkit.sociallink.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;

/** Which database holds everything. */
@ApplicationScoped
public class DatabaseSettings implements CheckedSettings {

    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private String url;
    private String user;
    private String password;

    protected DatabaseSettings() {}

    @Inject
    public DatabaseSettings(Settings settings) {
        url = settings.text("sociallink.db.url");
        user = settings.find("sociallink.db.user").orElse("");
        password = settings.find("sociallink.db.password").orElse("");
        if (!isH2() && !url.startsWith(POSTGRESQL)) {
            throw new InvalidSetting(
                    "sociallink.db.url", "must begin with " + H2 + " or " + POSTGRESQL);
        }
    }

    @Override
    public void check() {}

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    public boolean isH2() {
        return url.startsWith(H2);
    }

    /** Whether no other node can use it: an H2 database in a file or in memory. */
    public boolean isOwn() {
        return isH2() && !url.matches(H2 + "(tcp|ssl):.*");
    }

    private static String home() {
        return Matcher.quoteReplacement(System.getProperty("user.home"));
    }

    /** The directory of an H2 file; empty for a database that is in memory or elsewhere. */
    public Optional<Path> directory() {
        if (!isOwn() || url.startsWith(H2 + "mem:")) {
            return Optional.empty();
        }
        var file = url.substring(H2.length()).replaceFirst("^file:", "").replaceFirst(";.*$", "");
        return Optional.of(Path.of(file.replaceFirst("^~", home())))
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .map(Path::getParent);
    }
}
