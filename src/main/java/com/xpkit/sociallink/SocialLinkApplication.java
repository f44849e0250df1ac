package com.xpkit.sociallink;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything below {@code /api}; its resources and providers are found by scanning. */
@ApplicationPath("/api")
public class SocialLinkApplication extends Application {

    /** Jersey would show a WADL with its version to anyone; other implementations have no such key. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
