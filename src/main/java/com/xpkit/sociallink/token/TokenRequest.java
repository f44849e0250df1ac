package com.xpkit.sociallink.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Base64;

/**
 * What a client asks the token endpoint.
 *
 * @param grantType never null, may be empty, as may the others
 */
record TokenRequest(String grantType, String clientId, String clientSecret, String scope) {

    static TokenRequest of(HttpServletRequest request) {
        readParts(request);
        if (request.getQueryString() != null && !request.getQueryString().isEmpty()) {
            // a secret in an address ends up in logs
            throw new OAuthError("invalid_request", "The parameters belong into the form.");
        }
        var basic = basic(request.getHeader("Authorization"));
        return new TokenRequest(
                single(request, "grant_type"),
                basic == null ? single(request, "client_id") : basic[0],
                basic == null ? single(request, "client_secret") : basic[1],
                single(request, "scope"));
    }

    /** Servers read the parts when asked for them, and fail each in its own way. */
    private static void readParts(HttpServletRequest request) {
        if (isMultipart(request)) {
            try {
                request.getParts();
            } catch (ServletException | IOException | RuntimeException unreadable) {
                throw new OAuthError("invalid_request", "The form cannot be read.");
            }
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/");
    }

    private static String single(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw new OAuthError("invalid_request", name + " is given more than once.");
        }
        return values == null ? "" : values[0];
    }

    /** RFC 6749, section 2.3.1: both parts are form-encoded, then joined. */
    private static String[] basic(String header) {
        if (header == null) {
            return null;
        }
        try {
            if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
                throw new IllegalArgumentException("not Basic");
            }
            var text = new String(Base64.getDecoder().decode(header.substring(6).trim()), UTF_8);
            var colon = text.indexOf(':');
            return new String[] {
                URLDecoder.decode(text.substring(0, colon), UTF_8),
                URLDecoder.decode(text.substring(colon + 1), UTF_8)
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw new OAuthError("invalid_client", "The Authorization header cannot be read.");
        }
    }

    @Override
    public String toString() {
        return "TokenRequest " + clientId;
    }
}
