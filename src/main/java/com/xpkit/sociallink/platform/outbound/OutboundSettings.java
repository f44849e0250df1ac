package com.xpkit.sociallink.platform.outbound;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** How outgoing calls are made. */
@ApplicationScoped
public class OutboundSettings implements CheckedSettings {

    private static final String PROXY = "sociallink.outbound-proxy";

    private Optional<OutboundProxy> proxy = Optional.empty();

    protected OutboundSettings() {}

    @Inject
    public OutboundSettings(Settings settings) {
        proxy = settings.find(PROXY).map(OutboundSettings::parse);
    }

    /** The value may contain a password, so the message does not repeat it. */
    private static OutboundProxy parse(String text) {
        return OutboundProxy.find(text)
                .orElseThrow(
                        () ->
                                new InvalidSetting(
                                        PROXY,
                                        "must be like http://proxy.example.com:3128 or"
                                                + " http://user:password@proxy.example.com:3128"));
    }

    @Override
    public void check() {}

    /** The proxy for all calls; empty when they go directly to their receivers. */
    public Optional<OutboundProxy> proxy() {
        return proxy;
    }
}
