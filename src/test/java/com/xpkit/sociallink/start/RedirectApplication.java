package com.xpkit.sociallink.start;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Jakarta REST below {@code /api}, as in the service. Its only resource is the one in the WAR. */
@ApplicationPath("/api")
public class RedirectApplication extends Application {}
