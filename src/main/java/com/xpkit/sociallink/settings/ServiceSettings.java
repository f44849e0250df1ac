package com.xpkit.sociallink.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/** Where the world reaches this service. */
@ApplicationScoped
public class ServiceSettings implements CheckedSettings {

    private URI url;

    protected ServiceSettings() {}

    @Inject
    public ServiceSettings(Settings settings) {
        url = settings.serviceAddress("sociallink.service-url");
    }

    @Override
    public void check() {}

    /** The service URL without a slash at its end. */
    public URI url() {
        return url;
    }

    /** Whether visitors reach the service by https, so that cookies must be Secure. */
    public boolean isSecure() {
        return "https".equals(url.getScheme());
    }
}
