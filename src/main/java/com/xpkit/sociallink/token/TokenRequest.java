package com.xpkit.sociallink.token;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * What a client asks the token endpoint.
 *
 * @param grantType never null, may be empty, as may the scope
 * @param credentials the readings of what names the client, at least one; the first that is right counts
 */
record TokenRequest(String grantType, List<Credentials> credentials, String scope) {

    /** As servers read it that take forms for UTF-8, and as those do that take them for ISO 8859-1. */
    private static final List<String> BYTE_ORDER_MARKS = List.of("\uFEFF", "\u00EF\u00BB\u00BF");

    static TokenRequest of(HttpServletRequest request) {
        readParts(request);
        if (request.getQueryString() != null && !request.getQueryString().isEmpty()) {
            // a secret in an address ends up in logs
            throw new OAuthError("invalid_request", "The parameters belong into the form.");
        }
        refuseByteOrderMark(request);
        return new TokenRequest(
                single(request, "grant_type"), credentials(request), single(request, "scope"));
    }

    private static List<Credentials> credentials(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header == null
                ? List.of(
                        new Credentials(
                                single(request, "client_id"), single(request, "client_secret")))
                : Credentials.ofBasic(header);
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

    /** Else the first parameter would be missing, for no reason that a client can see. */
    private static void refuseByteOrderMark(HttpServletRequest request) {
        if (Collections.list(request.getParameterNames()).stream()
                .anyMatch(name -> BYTE_ORDER_MARKS.stream().anyMatch(name::startsWith))) {
            throw new OAuthError(
                    "invalid_request", "The form begins with a byte order mark: leave it out.");
        }
    }
}
