package com.xpkit.sociallink.signin.limit;

import com.xpkit.sociallink.platform.settings.AddressRange;
import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.stream.Stream;

/** Which proxies are trusted to report the address of the caller. */
@ApplicationScoped
public class ProxySettings implements CheckedSettings {

    private static final String KEY = "sociallink.trusted-proxies";

    private AddressRange[] trusted;

    protected ProxySettings() {}

    @Inject
    public ProxySettings(Settings settings) {
        trusted =
                Stream.of(settings.find(KEY).orElse("").split(","))
                        .map(String::trim)
                        .filter(text -> !text.isEmpty())
                        .map(ProxySettings::range)
                        .toArray(AddressRange[]::new);
    }

    private static AddressRange range(String text) {
        return AddressRange.find(text)
                .orElseThrow(
                        () ->
                                new InvalidSetting(
                                        KEY,
                                        "must be addresses or ranges separated by commas, such as"
                                                + " 127.0.0.0/8,::1"));
    }

    @Override
    public void check() {}

    boolean trust(InetAddress address) {
        return AddressRange.isIn(trusted, address);
    }
}
