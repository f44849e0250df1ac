package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;

/**
 * The address WeChat calls back: the redirect_uri with its query kept, the answer before the fragment. A code or
 * state that is already there is kept, so it occurs twice.
 */
record Callback(String redirectUri, String state) {

    URI with(String code) {
        return appending("code=" + encoded(code) + "&state=" + encoded(state));
    }

    URI withStateOnly() {
        return appending("state=" + encoded(state));
    }

    URI withAuthdeny() {
        return appending("state=" + encoded(state) + "&code=authdeny&reason=user_cancelled");
    }

    private URI appending(String answer) {
        int hash = redirectUri.indexOf('#');
        String address = hash < 0 ? redirectUri : redirectUri.substring(0, hash);
        String fragment = hash < 0 ? "" : redirectUri.substring(hash);
        // an ASCII address, because it goes into a header
        return URI.create(URI.create(address + joint(address) + answer + fragment).toASCIIString());
    }

    private static String joint(String address) {
        if (!address.contains("?")) {
            return "?";
        }
        return address.endsWith("?") || address.endsWith("&") ? "" : "&";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
