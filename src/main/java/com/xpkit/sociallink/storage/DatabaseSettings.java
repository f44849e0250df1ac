package com.xpkit.sociallink.storage;

import com.xpkit.sociallink.settings.CheckedSettings;
import com.xpkit.sociallink.settings.InvalidSetting;
import com.xpkit.sociallink.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which database holds everything, unless the server has a data source of its own for it. */
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
}
