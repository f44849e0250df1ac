package com.xpkit.sociallink.platform.outbound;

import java.io.IOException;

/** The proxy opened no tunnel, so the receiver knows nothing of the call. */
public class ProxyRefusal extends IOException {

    ProxyRefusal(int status) {
        super("the proxy said status " + status);
    }
}
