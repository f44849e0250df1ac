package com.xpkit.sociallink.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * A request to the token endpoint.
 *
 * @param grantType never null, but may be empty, like the scope
 * @param credentials the readings of the client's credentials, at least one; the first correct one counts
 */
record TokenRequest(String grantType, List<Credentials> credentials, String scope) {

    /**
     * @param body the form's body
     * @throws OAuthError when it is malformed
     */
    static TokenRequest of(HttpServletRequest request, byte[] body) {
        if (request.getQueryString() != null && !request.getQueryString().isEmpty()) {
            // a secret in a query would end up in logs
            throw new OAuthError("invalid_request", "The parameters belong in the form.");
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
