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

    private static final String KEY = "sociallink.db.url";

    private String url;
    private Product product;
    private String user;
    private String password;

    protected DatabaseSettings() {}

    @Inject
    public DatabaseSettings(Settings settings) {
        url = settings.text(KEY);
        product = Product.of(url).orElseThrow(DatabaseSettings::unknown);
        user = settings.find("sociallink.db.user").orElse("");
        password = settings.find("sociallink.db.password").orElse("");
    }

    private static InvalidSetting unknown() {
        return new InvalidSetting(KEY, "must begin with one of " + Product.prefixes());
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

    Product product() {
        return product;
    }

    /** Whether no other node can use it: an H2 database in a file or in memory. */
    public boolean isOwn() {
        return product == Product.H2 && !address().matches("(tcp|ssl):.*");
    }

    /** What follows the product's prefix. */
    private String address() {
        return url.substring(product.prefix().length());
    }

    private static String home() {
        return Matcher.quoteReplacement(System.getProperty("user.home"));
    }

    /** The directory of an H2 file; empty for a database that is in memory or elsewhere. */
    public Optional<Path> directory() {
        if (!isOwn() || address().startsWith("mem:")) {
            return Optional.empty();
        }
        var file = address().replaceFirst("^file:", "").replaceFirst(";.*$", "");
        return Optional.of(Path.of(file.replaceFirst("^~", home())))
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .map(Path::getParent);
    }
}
