package com.xpkit.sociallink.platform.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/** The public address of this service. */
@ApplicationScoped
public class ServiceSettings implements CheckedSettings {

    private static final String URL = "sociallink.service-url";

    private URI url;

    protected ServiceSettings() {}

    @Inject
    public ServiceSettings(Settings settings) {
        url = settings.serviceAddress(URL);
        if (url.getRawAuthority().contains("_")) {
            throw new InvalidSetting(
                    URL, "names a host with an underscore, which WeChat takes for no domain");
        }
    }

    @Override
    public void check() {}

    /** The service URL without a trailing slash, host in lower case, no default port. */
    public URI url() {
        return url;
    }

    /** Whether visitors reach the service over https, so that cookies must be Secure. */
    public boolean isSecure() {
        return "https".equals(url.getScheme());
    }
}
