package com.xpkit.sociallink.storage;

import com.xpkit.sociallink.settings.CheckedSettings;
import com.xpkit.sociallink.settings.InvalidSetting;
import com.xpkit.sociallink.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which database holds everything, unless the server has a data source of its own for it. */
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
}
