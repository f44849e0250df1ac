package com.xpkit.sociallink.platform.moving;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import com.xpkit.sociallink.platform.storage.DatabaseAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Which database to move from, if any. */
@ApplicationScoped
public class MoveSettings implements CheckedSettings {

    static final String FROM = "sociallink.db.move-from";
    private static final String USER = FROM + ".user";
    private static final String PASSWORD = FROM + ".password";

    private Optional<DatabaseAddress> source;

    protected MoveSettings() {}

    @Inject
    public MoveSettings(Settings settings) {
        source = settings.find(FROM).map(url -> address(url, settings));
    }

    private static DatabaseAddress address(String url, Settings settings) {
        var user = settings.find(USER).orElse("");
        var address = new DatabaseAddress(url, user, settings.findSecret(PASSWORD).orElse(""));
        if (!address.isSupported()) {
            throw new InvalidSetting(FROM, "must begin with one of " + DatabaseAddress.prefixes());
        }
        if (address.isH2WithoutFile()) {
            throw new InvalidSetting(
                    FROM, "must name the file of the H2 database: jdbc:h2:file:/path/to/it");
        }
        return address;
    }

    @Override
    public void check() {}

    /** Empty when nothing is to be moved. */
    Optional<DatabaseAddress> source() {
        return source;
    }
}
