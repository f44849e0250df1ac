package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who may read the metrics besides the operator: a client only for that, and loopback if enabled. */
@ApplicationScoped
public class MetricsSettings implements CheckedSettings {

    private static final String PREFIX = "sociallink.metrics";

    private ConfiguredClient client;
    private boolean isLoopbackAllowed;

    protected MetricsSettings() {}

    @Inject
    public MetricsSettings(Settings settings) {
        client = ConfiguredClient.read(settings, PREFIX).orElse(null);
        isLoopbackAllowed = settings.flag(PREFIX + ".loopback");
        var operator = settings.find("sociallink.operator.client-id");
        if (client != null && operator.filter(client.id()::equals).isPresent()) {
            throw new InvalidSetting(PREFIX + ".client-id", "must differ from the operator's");
        }
    }

    @Override
    public void check() {}

    Optional<ConfiguredClient> client() {
        return Optional.ofNullable(client);
    }

    boolean isLoopbackAllowed() {
        return isLoopbackAllowed;
    }
}
