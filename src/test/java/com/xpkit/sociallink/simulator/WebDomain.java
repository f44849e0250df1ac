package com.xpkit.sociallink.simulator;

import java.net.URI;

/**
 * The web-authorisation domain, compared as WeChat does: exactly the host, no parents, no sub-domains, any scheme. A
 * test account's setting without a port accepts every port; that is a choice, because no source says it.
 */
record WebDomain(String setting, boolean testAccount) {

    boolean accepts(URI redirect) {
        return redirect.getScheme() != null
                && redirect.getScheme().matches("https?")
                && acceptsAuthority(redirect)
                && acceptsPath(redirect.getRawPath());
    }

    private boolean acceptsAuthority(URI redirect) {
        // the authority, so that user:password@ and a port are refused along with a foreign host
        if (host().equals(redirect.getRawAuthority())) {
            return testAccount || isPublicName();
        }
        return testAccount
                && redirect.getRawUserInfo() == null
                && host().equals(redirect.getHost());
    }

    private boolean isPublicName() {
        return host().matches("([A-Za-z0-9-]+\\.)+[A-Za-z][A-Za-z0-9-]*");
    }

    private boolean acceptsPath(String path) {
        String root = path().replaceAll("/+$", "");
        return path.equals(root) || path.startsWith(root + "/") || root.isEmpty();
    }

    private String host() {
        return setting.split("/", 2)[0];
    }

    private String path() {
        return setting.substring(host().length());
    }
}
