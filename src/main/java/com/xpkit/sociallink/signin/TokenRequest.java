package com.xpkit.sociallink.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * What a client asks the token endpoint.
 *
 * @param grantType never null, may be empty, as may the scope
 * @param credentials the readings of what names the client, at least one; the first that is right counts
 */
record TokenRequest(String grantType, List<Credentials> credentials, String scope) {

    /**
     * @param body of the form
     * @throws OAuthError when it cannot be understood
     */
    static TokenRequest of(HttpServletRequest request, byte[] body) {
        if (request.getQueryString() != null && !request.getQueryString().isEmpty()) {
            // a secret in an address ends up in logs
            throw new OAuthError("invalid_request", "The parameters belong into the form.");
        }
        var form = TokenForm.of(request.getContentType(), body);
        return new TokenRequest(
                form.single("grant_type"), credentials(request, form), form.single("scope"));
    }

    private static List<Credentials> credentials(HttpServletRequest request, TokenForm form) {
        var header = request.getHeader("Authorization");
        return header == null
                ? List.of(new Credentials(form.single("client_id"), form.single("client_secret")))
                : Credentials.ofBasic(header);
    }
}
