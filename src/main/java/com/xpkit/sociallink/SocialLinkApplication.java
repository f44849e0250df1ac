package com.xpkit.sociallink;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything below {@code /api}; its resources and providers are found by scanning. */
@ApplicationPath("/api")
public class SocialLinkApplication extends Application {}
