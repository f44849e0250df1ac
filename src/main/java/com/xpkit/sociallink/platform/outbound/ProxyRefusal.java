package com.xpkit.sociallink.platform.outbound;

import java.io.IOException;

/** The proxy opened no way to the receiver, which therefore knows nothing of the call. */
public class ProxyRefusal extends IOException {

    ProxyRefusal(int status) {
        super("the proxy said status " + status);
    }
}
