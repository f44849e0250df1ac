package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.platform.error.Refusal;
import java.util.Map;

/** There is no bearer token, or it is not ours, expired, or void because its app changed (RFC 6750, section 3). */
public class InvalidToken extends Refusal {

    InvalidToken() {
        super(
                401,
                "invalid_token",
                "A valid access token is needed: Authorization: Bearer …, from POST /api/token/.");
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("WWW-Authenticate", "Bearer realm=\"Social Link\"");
    }
}
