package com.xpkit.sociallink.server;

import java.net.URI;

/** Where requests can be sent to: a node, or a proxy before several. */
public interface Door {

    /** @param path begins with a slash, and may have a query */
    URI url(String path);

    /** The same request, sent to this door. */
    default URI own(URI address) {
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return url(address.getRawPath() + query);
    }
}
